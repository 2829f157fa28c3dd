namespace ClusterEngine.Core.Scoring;

/// <summary>The offers near a need, scored.</summary>
/// <param name="Eligible">Those that meet its hard requirements, best fit first.</param>
/// <param name="Refused">The nearest of those that do not, best fit first.</param>
internal sealed record NeedCandidates(IReadOnlyList<ScoredOffer> Eligible, IReadOnlyList<ScoredOffer> Refused)
{
    /// <summary>Writes the candidates of a range of needs.</summary>
    public static byte[] Write(IReadOnlyList<NeedCandidates> needs)
    {
        using var stream = new MemoryStream();
        using var writer = new BinaryWriter(stream);
        writer.Write(needs.Count);
        foreach (var offers in needs.SelectMany(need => new[] { need.Eligible, need.Refused }))
        {
            writer.Write(offers.Count);
            foreach (var offer in offers)
            {
                writer.Write(offer.Offer);
                writer.Write(offer.Fit);
                writer.Write(offer.NeedRow);
                writer.Write(offer.OfferRow);
            }
        }

        writer.Flush();
        return stream.ToArray();
    }

    /// <summary>Reads what <see cref="Write"/> wrote.</summary>
    public static IReadOnlyList<NeedCandidates> Read(ReadOnlyMemory<byte> bytes)
    {
        using var reader = new BinaryReader(new MemoryStream(bytes.ToArray(), writable: false));
        return [.. Enumerable.Range(0, reader.ReadInt32()).Select(_ => new NeedCandidates(Offers(), Offers()))];

        ScoredOffer[] Offers() => [.. Enumerable.Range(0, reader.ReadInt32()).Select(
            _ => new ScoredOffer(reader.ReadInt32(), reader.ReadDouble(), reader.ReadInt32(), reader.ReadInt32()))];
    }
}

/// <summary>An offer as it fits a need.</summary>
/// <param name="Offer">The offer's index.</param>
/// <param name="Fit">f, 0 to 1.</param>
/// <param name="NeedRow">The need's vector that was nearest: tells the language version.</param>
/// <param name="OfferRow">The offer's vector that was nearest.</param>
internal readonly record struct ScoredOffer(int Offer, double Fit, int NeedRow, int OfferRow);
