using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace ClusterEngine.Core;

/// <summary>Identifiers and hashes derived from what they name, so that the same inputs get the same ids anywhere.</summary>
public static class DerivedId
{
    private const string Alphabet = "0123456789abcdefghjkmnpqrstvwxyz"; // Crockford's base 32: no i, l, o, u

    /// <summary>An identifier: a prefix and 26 characters (the first 128 bits of a SHA-256) over the parts.</summary>
    /// <param name="prefix">Says what kind of thing it is, such as <c>p</c>.</param>
    /// <param name="parts">What the thing is derived from; each is hashed with its length, so that parts cannot run together.</param>
    public static string Create(string prefix, params ReadOnlySpan<string> parts)
    {
        Span<byte> hash = stackalloc byte[32];
        Hash(parts, hash);
        var text = new StringBuilder(prefix.Length + 27).Append(prefix).Append('_');
        for (var bit = 0; bit < 128; bit += 5)
        {
            var window = (hash[bit / 8] << 8) | hash[(bit / 8) + 1];
            text.Append(Alphabet[(window >> (11 - (bit % 8))) & 31]);
        }

        return text.ToString();
    }

    /// <summary>The SHA-256 of the parts, 64 hexadecimal digits in lower case.</summary>
    public static string Digest(params ReadOnlySpan<string> parts)
    {
        Span<byte> hash = stackalloc byte[32];
        Hash(parts, hash);
        return Convert.ToHexStringLower(hash);
    }

    private static void Hash(ReadOnlySpan<string> parts, Span<byte> hash)
    {
        using var sha = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        Span<byte> length = stackalloc byte[4];
        foreach (var part in parts)
        {
            var bytes = Encoding.UTF8.GetBytes(part);
            BinaryPrimitives.WriteInt32BigEndian(length, bytes.Length);
            sha.AppendData(length);
            sha.AppendData(bytes);
        }

        sha.GetHashAndReset(hash);
    }
}
