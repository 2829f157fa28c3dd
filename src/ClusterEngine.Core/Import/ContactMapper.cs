using System.Text.RegularExpressions;
using ClusterEngine.Core.Profiles;

namespace ClusterEngine.Core.Import;

/// <summary>Reads a profile's private contact.</summary>
internal static partial class ContactMapper
{
    public static Contact? Read(RowFields profile)
    {
        if (profile.Object("contact") is not { } fields)
        {
            return null;
        }

        fields.Only(["function", "email"]);
        var function = fields.Text("function", ImportLimits.NameLength);
        var email = fields.Text("email", 254); // the longest address that mail can be sent to (RFC 5321)
        if (email is not null && !Address().IsMatch(email))
        {
            fields.Problem("email", "must be an e-mail address, name@domain");
        }

        return function is null && email is null ? null : new Contact(function, email);
    }

    [GeneratedRegex(@"^[^\s@]+@[^\s@]+\.[^\s@]+\z", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Address();
}
