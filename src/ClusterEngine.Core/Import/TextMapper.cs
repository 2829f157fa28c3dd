using ClusterEngine.Core.Profiles;

namespace ClusterEngine.Core.Import;

/// <summary>Reads a text in Swedish, English or both.</summary>
internal static class TextMapper
{
    public static LocalizedText Read(RowFields parent, string name, bool required)
    {
        if (parent.Object(name) is not { } fields)
        {
            if (required && parent[name] is null)
            {
                parent.Problem(name, "is required: write it in sv, en or both");
            }

            return LocalizedText.Empty;
        }

        fields.Only(["sv", "en"]);
        if (required && fields["sv"] is null && fields["en"] is null)
        {
            parent.Problem(name, "must be written in sv, en or both");
        }

        return new LocalizedText(
            fields.Text("sv", ImportLimits.TextLength, lines: true), fields.Text("en", ImportLimits.TextLength, lines: true));
    }
}
