using System.Text.Json;
using ClusterEngine.Core.Facets;
using ClusterEngine.Core.Import;
using ClusterEngine.Core.Profiles;
using ClusterEngine.Core.Storage;
using ClusterEngine.Core.Time;

namespace ClusterEngine.Core.Tests.Import;

public sealed class ProfileImporterTests : IDisposable
{
    private readonly ImportBench _bench = new();

    public void Dispose() => _bench.Dispose();

    [Fact]
    public async Task Every_field_of_a_full_row_arrives()
    {
        var result = await _bench.ImportTextAsync(Rows.Full);

        result.Rejected.ShouldBeEmpty();
        var id = Profile.DeriveId("flemingsberg", "test", "full");
        var expected = new Profile
        {
            Id = id,
            Region = "flemingsberg",
            Source = "test",
            SourceId = "full",
            Kind = ProfileKind.Company,
            Startup = true,
            Name = "Påhittade Fyllbolaget AB",
            LegalEntity = new LegalEntity("fb", "Fyllbolaget", "556036-0793", false, "SE", false),
            ParentId = "mother",
            Ror = "056d84691",
            Orcid = "0000-0002-1825-0097",
            Municipality = "Huddinge",
            Place = new GeoPoint(59.22, 17.94),
            Description = new LocalizedText("Beskrivning", "Description"),
            Claim = Claim.Claimed,
            Sources =
            [
                new ProfileSource("https://example.se/a", new DateOnly(2026, 11, 23)),
                new ProfileSource("http://example.se/b", null),
            ],
            Paused = true,
            Needs =
            [
                new Need
                {
                    Id = Need.DeriveId(id, "n1"),
                    Key = "n1",
                    Text = new LocalizedText("Steril fyllning\nav vialer", null),
                    Category = Category.ClinicalAccess,
                    Visibility = Visibility.Matched,
                    Place = new GeoPoint(59.3, 18.1),
                    Priority = 5,
                    Hard = new HardRequirements
                    {
                        BslMin = 2,
                        CertificationsAll = ["GMP", "ISO/IEC 17025"],
                        From = new DateOnly(2027, 1, 11),
                        To = new DateOnly(2027, 3, 1),
                        MaxKilometres = 60.5,
                        LanguagesAny = ["sv", "en"],
                        Exclude = ["rival"],
                    },
                    Relation = Relation.JointApplication,
                },
            ],
            Offers =
            [
                new Offer
                {
                    Id = Offer.DeriveId(id, "o1"),
                    Key = "o1",
                    Text = new LocalizedText(null, "Microscope"),
                    Category = Category.Equipment,
                    Visibility = Visibility.Coordinator,
                    Place = new GeoPoint(59.1, 18),
                    BslMax = 3,
                    Certifications = ["ISO 13485"],
                    Languages = ["sv"],
                    AvailableFrom = new DateOnly(2027, 1, 1),
                    AvailableTo = new DateOnly(2027, 6, 30),
                    Capacity =
                    [
                        new CapacityWindow(
                            new InstantInterval(Utc(2027, 1, 12, 8), Utc(2027, 1, 12, 16)),
                            CapacityKind.Number, 7.5, CapacityUnit.Hours, "FREQ=WEEKLY;BYDAY=TU;COUNT=12"),
                        new CapacityWindow(
                            new InstantInterval(Utc(2027, 5, 31, 22), Utc(2027, 6, 30, 22)),
                            CapacityKind.Some, null, null, null),
                        new CapacityWindow(
                            new InstantInterval(Utc(2027, 6, 30, 22), Utc(2027, 7, 31, 22)),
                            CapacityKind.Ask, null, null, null),
                    ],
                },
            ],
        };
        JsonSerializer.Serialize(await _bench.ProfileAsync("full")).ShouldBe(JsonSerializer.Serialize(expected));
        (await _bench.Profiles.FindContactAsync(id, TestContext.Current.CancellationToken))
            .ShouldBe(new Contact("Inköp", "inkop@example.se"));
    }

    [Fact]
    public async Task Fields_that_are_left_out_get_the_documented_defaults()
    {
        await _bench.ImportTextAsync(Rows.Minimal(more:
            """ "needs":[{"key":"n","text":{"sv":"N"}}],"offers":[{"key":"o","text":{"en":"O"}}],"legal_entity":null"""));

        var profile = await _bench.ProfileAsync("a");
        profile.Needs[0].Visibility.ShouldBe(Visibility.Coordinator);
        profile.Needs[0].Priority.ShouldBe(3);
        profile.Needs[0].Hard.ShouldBe(HardRequirements.None);
        profile.Offers[0].Visibility.ShouldBe(Visibility.Public);
        profile.Paused.ShouldBeFalse();
        profile.LegalEntity.ShouldBeNull();
    }

    [Fact]
    public async Task The_same_file_again_changes_nothing()
    {
        var content = string.Join('\n', Rows.Many(450));

        var first = await _bench.ImportTextAsync(content);
        var second = await _bench.ImportTextAsync(content);

        first.Written.ShouldBe(new ProfileWriteResult(450, 0, 0));
        second.Written.ShouldBe(new ProfileWriteResult(0, 0, 450));
        _bench.Profiles.Batches.ShouldBe([200, 200, 50, 200, 200, 50]);
    }

    [Fact]
    public async Task A_later_row_with_the_same_id_is_rejected_and_names_the_first_line()
    {
        var result = await _bench.ImportTextAsync($"\n{Rows.Minimal()}\n{Rows.Minimal("b")}\n{Rows.Minimal()}\n");

        result.Accepted.ShouldBe(2);
        var rejected = result.Rejected.ShouldHaveSingleItem();
        (rejected.Line, rejected.Field).ShouldBe((4, "id"));
        rejected.Reason.ShouldContain("line 2");
    }

    [Fact]
    public async Task The_outcome_is_recorded_with_its_rejected_rows()
    {
        await _bench.ImportTextAsync(Rows.Minimal() + "\n{}\n");

        var record = (await _bench.Imports.ListAsync(TestContext.Current.CancellationToken)).ShouldHaveSingleItem();
        (record.Source, record.Accepted, record.Rejected).ShouldBe(("test", 1, 1));
        var rows = await _bench.Imports.ListRejectedAsync("test", TestContext.Current.CancellationToken);
        rows.Select(row => row.Field).ShouldBe(["claim", "id", "kind", "name"]);
        rows.ShouldAllBe(row => row.Line == 2);
    }

    [Fact]
    public async Task Byte_order_mark_CRLF_and_blank_lines_do_not_matter()
    {
        var result = await _bench.ImportTextAsync($"\uFEFF{Rows.Minimal()}\r\n\r\n   \r\n{Rows.Minimal("b")}");

        result.Rejected.ShouldBeEmpty();
        result.Accepted.ShouldBe(2);
    }

    [Fact]
    public async Task Relative_dates_count_from_the_Monday_of_the_week_that_is_given()
    {
        var path = _bench.Write("test.jsonl", Rows.WithOffer(
            """ "available_from":"-3d","available_to":"week+3","capacity":[{"from":"+0d","to":"+14d","amount":1}]"""));

        (await _bench.ImportAsync(path, relativeTo: new IsoWeek(2026, 48))).Rejected.ShouldBeEmpty();

        var offer = (await _bench.ProfileAsync("a")).Offers[0];
        offer.AvailableFrom.ShouldBe(new DateOnly(2026, 11, 20));
        offer.AvailableTo.ShouldBe(new DateOnly(2026, 12, 14));
        offer.Capacity[0].Interval.ShouldBe(StockholmTime.Days(new DateOnly(2026, 11, 23), new DateOnly(2026, 12, 7)));
    }

    [Fact]
    public async Task Relative_dates_are_refused_when_no_week_is_given() =>
        (await _bench.ImportTextAsync(Rows.WithOffer("\"available_from\":\"+14d\"")))
            .Rejected.ShouldHaveSingleItem().Field.ShouldBe("offers[0].available_from");

    [Fact]
    public async Task Progress_ends_at_the_size_of_the_file()
    {
        var path = _bench.Write("test.jsonl", string.Join('\n', Rows.Many(3000)));
        var seen = new List<ImportProgress>();

        await _bench.ImportAsync(path, progress: new Recorder(seen));

        seen.Count.ShouldBeGreaterThan(2);
        seen.Select(step => step.BytesRead).ShouldBeInOrder(SortDirection.Ascending);
        seen[^1].ShouldBe(new ImportProgress(new FileInfo(path).Length, new FileInfo(path).Length, 3000));
    }

    [Theory]
    [InlineData("مختبر الاختبار")]
    [InlineData("🧪 Labbet 👩🏽‍🔬")]
    [InlineData("=HYPERLINK(1)<b>")]
    public async Task Names_are_kept_as_they_are_given(string name)
    {
        var row = Rows.FullObject();
        row["name"] = name;

        (await _bench.ImportTextAsync(row.ToJsonString())).Rejected.ShouldBeEmpty();

        (await _bench.ProfileAsync("full")).Name.ShouldBe(name);
    }

    private static DateTimeOffset Utc(int year, int month, int day, int hour) => new(year, month, day, hour, 0, 0, TimeSpan.Zero);

    private sealed class Recorder(List<ImportProgress> seen) : IProgress<ImportProgress>
    {
        public void Report(ImportProgress value) => seen.Add(value);
    }
}
