using ClusterEngine.Core.Facets;
using ClusterEngine.Core.Import;

namespace ClusterEngine.Core.Tests.Import;

public sealed class IdentifierTests
{
    private static readonly DateOnly Today = new(2026, 11, 25);

    [Theory]
    [InlineData("556036-0793", "556036-0793")]
    [InlineData("5560360793", "556036-0793")]
    [InlineData("165560360793", "556036-0793")]
    [InlineData("16556036-0793", "556036-0793")]
    [InlineData("5560360794", null)]
    [InlineData("195560360793", null)]
    [InlineData("556036 0793", null)]
    [InlineData("55603607", null)]
    [InlineData("SE5560360793", null)]
    [InlineData("٥٥٦٠٣٦٠٧٩٣", null)]
    public void An_organisationsnummer_is_read_in_its_usual_forms(string text, string? number) =>
        Organisationsnummer.Read(text, soleTrader: false, Today).Number.ShouldBe(number);

    [Theory]
    [InlineData("056d84691", "056d84691")]
    [InlineData("https://ror.org/056d84691", "056d84691")]
    [InlineData("HTTPS://ROR.ORG/056D84691", "056d84691")]
    [InlineData("00m8d6786", "00m8d6786")]
    [InlineData("026vcq606", "026vcq606")]
    [InlineData("056d84690", null)]
    [InlineData("065d84691", null)]
    [InlineData("156d84691", null)]
    [InlineData("0l6d84691", null)]
    [InlineData("", null)]
    public void A_ROR_id_has_right_check_digits(string text, string? id) => CheckDigits.Ror(text).ShouldBe(id);

    [Theory]
    [InlineData("0000-0002-1825-0097", "0000-0002-1825-0097")]
    [InlineData("https://orcid.org/0000-0002-1825-0097", "0000-0002-1825-0097")]
    [InlineData("0000-0002-1694-233x", "0000-0002-1694-233X")]
    [InlineData("0000-0002-1825-0079", null)]
    [InlineData("0000000218250097", null)]
    [InlineData("0000-0002-182A-0097", null)]
    [InlineData("---------0000-0002-", null)]
    public void An_ORCID_has_a_right_check_character(string text, string? id) => CheckDigits.Orcid(text).ShouldBe(id);

    [Theory]
    [InlineData("ISO/IEC 17025", "ISO 17025")]
    [InlineData("iso17025", "ISO 17025")]
    [InlineData("ISO / IEC\u00A017025", "ISO 17025")]
    [InlineData(" gmp ", "GMP")]
    public void Spellings_of_one_certification_are_equal(string left, string right) =>
        Certification.Normalize(left).ShouldBe(Certification.Normalize(right));

    [Theory]
    [InlineData("ISO 13485", "ISO 15189")]
    [InlineData("ISO 17025:2017", "ISO 17025")]
    [InlineData("GMP", "GLP")]
    public void Other_certifications_are_not(string left, string right) =>
        Certification.Normalize(left).ShouldNotBe(Certification.Normalize(right), StringComparer.Ordinal);
}
