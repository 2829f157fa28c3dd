using System.Text;

namespace ClusterEngine.Core.Candidates;

/// <summary>Cuts text into words: runs of letters and digits, in lower case, whether an "å" is written as one character or as
/// two. Plain on purpose: stemming and compound splitting come behind the same seam.</summary>
internal static class PlainWords
{
    public static IReadOnlyList<string> Of(string text)
    {
        text = text.Normalize(NormalizationForm.FormC);
        var words = new List<string>();
        var start = -1;
        for (var i = 0; i <= text.Length; i++)
        {
            var inside = i < text.Length && char.IsLetterOrDigit(text[i]);
            if (inside && start < 0)
            {
                start = i;
            }
            else if (!inside && start >= 0)
            {
                words.Add(text[start..i].ToLowerInvariant());
                start = -1;
            }
        }

        return words;
    }
}
