using System.CommandLine;
using ClusterEngine.Core.Text;

namespace ClusterEngine.Host.Cli;

/// <summary>Options that take one of a few words.</summary>
internal static class WordValidation
{
    /// <summary>Refuses other words, naming the nearest; offers them for completion.</summary>
    public static void AcceptWords(this Option<string?> option, params string[] words)
    {
        option.CompletionSources.Add(words);
        option.Validators.Add(result =>
        {
            if (result.Tokens is [{ } token] && !words.Contains(token.Value, StringComparer.Ordinal))
            {
                result.AddError(Message($"{option.Name} {token.Value}", token.Value, words));
            }
        });
    }

    /// <summary>What to say of a word that is none of those there are.</summary>
    public static string Message(string shown, string written, IReadOnlyList<string> words) =>
        NearestName.Find(written, words) is { } near
            ? $"{shown} is not known. Did you mean {near}? There is {string.Join(", ", words)}."
            : $"{shown} is not known. There is {string.Join(", ", words)}.";
}
