using System.Text;

namespace ClusterEngine.Core.Reports.Html;

/// <summary>Writes HTML that cannot be broken by what it is given: every text and attribute is escaped, and every element
/// that is opened is closed. Names of elements and attributes are the program's own.</summary>
internal sealed class HtmlWriter
{
    private static readonly HashSet<string> Inline = new(StringComparer.Ordinal)
    {
        "a", "b", "bdi", "code", "em", "mark", "small", "span", "strong", "time",
    };

    private readonly StringBuilder _out = new(64 * 1024);

    /// <summary>Opens an element; disposing what is returned closes it.</summary>
    public Scope In(string element, params ReadOnlySpan<(string Name, string? Value)> attributes)
    {
        Start(element, attributes);
        return new Scope(this, element);
    }

    /// <summary>An element with text in it.</summary>
    public void Element(string element, string text, params ReadOnlySpan<(string Name, string? Value)> attributes)
    {
        Start(element, attributes);
        Text(text);
        End(element);
    }

    /// <summary>An element that holds nothing and has no end, such as <c>meta</c>.</summary>
    public void Void(string element, params ReadOnlySpan<(string Name, string? Value)> attributes)
    {
        Start(element, attributes);
        _out.Append('\n');
    }

    /// <summary>Text, escaped. Control characters, which HTML does not allow, become U+FFFD.</summary>
    public void Text(string? text)
    {
        foreach (var character in text.AsSpan())
        {
            switch (character)
            {
                case '&': _out.Append("&amp;"); break;
                case '<': _out.Append("&lt;"); break;
                case '>': _out.Append("&gt;"); break;
                case '"': _out.Append("&quot;"); break;
                case '\'': _out.Append("&#39;"); break;
                case '\r': break;
                case '\n' or '\t': _out.Append(character); break;
                case < ' ' or (>= '\u007F' and < '\u00A0'): _out.Append('\uFFFD'); break;
                default: _out.Append(character); break;
            }
        }
    }

    /// <summary>Something of the program's own that is HTML, or a style sheet, already. Never anything that was read.</summary>
    public void Trusted(string html) => _out.Append(html);

    public override string ToString() => _out.ToString();

    private void Start(string element, ReadOnlySpan<(string Name, string? Value)> attributes)
    {
        _out.Append('<').Append(element);
        foreach (var (name, value) in attributes)
        {
            if (value is null)
            {
                continue;
            }

            _out.Append(' ').Append(name).Append("=\"");
            Text(value);
            _out.Append('"');
        }

        _out.Append('>');
    }

    private void End(string element)
    {
        _out.Append("</").Append(element).Append('>');
        if (!Inline.Contains(element))
        {
            _out.Append('\n');
        }
    }

    /// <summary>An open element.</summary>
    internal readonly struct Scope(HtmlWriter writer, string element) : IDisposable
    {
        public void Dispose() => writer.End(element);
    }
}
