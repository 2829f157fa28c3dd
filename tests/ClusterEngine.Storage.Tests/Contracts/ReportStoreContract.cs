using System.Globalization;
using System.Text;
using ClusterEngine.Core.Storage;
using ClusterEngine.Core.Time;

namespace ClusterEngine.Storage.Tests.Contracts;

public abstract class ReportStoreContract(IStoreSource source) : StoreContract(source)
{
    private static readonly IsoWeek Week = new(2026, 48);

    [Fact]
    public async Task A_draft_comes_back_with_its_files()
    {
        var draft = Make("r_1", "<h1>Träffar 🤝</h1>");
        await Reports.PutDraftAsync(draft, Cancel);

        await ShouldHoldAsync(version: 0, draft);
        await ShouldHoldAsync(version: null, draft);
        (await Other<IReportStore>().ListAsync(Cancel)).ShouldBe([draft.Heading]);
    }

    [Fact]
    public async Task A_draft_takes_the_place_of_the_draft_before_files_included()
    {
        await Reports.PutDraftAsync(Make("r_1", "one", "report.json", "report.en.html"), Cancel);
        var second = Make("r_2", "two", "report.json");
        await Reports.PutDraftAsync(second, Cancel);

        await ShouldHoldAsync(version: 0, second);
        (await Reports.ListAsync(Cancel)).ShouldBe([second.Heading]);
    }

    [Fact]
    public async Task Publishing_makes_the_draft_the_next_version_and_dates_it()
    {
        var first = Make("r_1", "one");
        await Reports.PutDraftAsync(first, Cancel);
        Clock.Advance(TimeSpan.FromHours(1));

        var published = (await Reports.PublishAsync(Week, Cancel)).ShouldNotBeNull();

        published.Heading.ShouldBe(first.Heading with { Version = 1, PublishedAt = Clock.GetUtcNow() });
        Texts(published).ShouldBe(Texts(first));
        (await Reports.FindAsync(Week, 0, Cancel)).ShouldBeNull();
        await ShouldHoldAsync(version: null, published);

        await Reports.PutDraftAsync(Make("r_2", "two"), Cancel);
        (await Reports.PublishAsync(Week, Cancel))!.Heading.Version.ShouldBe(2);
        await ShouldHoldAsync(version: 1, published);
    }

    [Fact]
    public async Task Publishing_without_a_draft_changes_nothing()
    {
        (await Reports.PublishAsync(Week, Cancel)).ShouldBeNull();
        await Reports.PutDraftAsync(Make("r_1", "one"), Cancel);
        var published = await Reports.PublishAsync(Week, Cancel);
        Clock.Advance(TimeSpan.FromHours(1));

        (await Reports.PublishAsync(Week, Cancel))!.Heading.ShouldBe(published!.Heading);
        (await Reports.ListAsync(Cancel)).ShouldBe([published.Heading]);
    }

    [Fact]
    public async Task No_method_alters_a_published_version()
    {
        await Reports.PutDraftAsync(Make("r_1", "one"), Cancel);
        var frozen = (await Reports.PublishAsync(Week, Cancel))!;

        // A draft that calls itself the published version, of the same run and of another.
        await Reports.PutDraftAsync(Make("r_1", "forged") with { Heading = frozen.Heading }, Cancel);
        await Reports.PutDraftAsync(
            Make("r_2", "forged", "report.json", "more.json") with { Heading = frozen.Heading with { RunId = "r_2" } }, Cancel);
        (await Reports.FindAsync(Week, 0, Cancel))!.Heading.PublishedAt.ShouldBeNull();
        await Reports.PublishAsync(Week, Cancel);
        await Reports.PublishAsync(Week, Cancel);
        await Reports.FindAsync(Week, 1, Cancel);
        await Reports.ListAsync(Cancel);

        await ShouldHoldAsync(version: 1, frozen);
    }

    [Fact]
    public async Task What_a_caller_does_with_the_bytes_it_got_stays_with_the_caller()
    {
        var bytes = "one"u8.ToArray();
        var draft = Make("r_1", "one") with
        {
            Files = new Dictionary<string, ReadOnlyMemory<byte>>(StringComparer.Ordinal) { ["report.json"] = bytes },
        };
        await Reports.PutDraftAsync(draft, Cancel);
        bytes[0] = (byte)'X';

        Texts((await Reports.FindAsync(Week, 0, Cancel))!).ShouldBe(["report.json=one"]);
    }

    [Fact]
    public async Task The_run_of_the_latest_published_version_makes_no_draft_but_an_earlier_run_does()
    {
        await Reports.PutDraftAsync(Make("r_1", "one"), Cancel);
        await Reports.PublishAsync(Week, Cancel);
        await Reports.PutDraftAsync(Make("r_1", "one again"), Cancel);
        (await Reports.FindAsync(Week, 0, Cancel)).ShouldBeNull();

        await Reports.PutDraftAsync(Make("r_2", "two"), Cancel);
        await Reports.PutDraftAsync(Make("r_1", "one again"), Cancel);
        (await Reports.FindAsync(Week, 0, Cancel))!.Heading.RunId.ShouldBe("r_2");
        await Reports.PublishAsync(Week, Cancel);

        await Reports.PutDraftAsync(Make("r_1", "one again"), Cancel);
        (await Reports.FindAsync(Week, 0, Cancel))!.Heading.RunId.ShouldBe("r_1");
    }

    [Fact]
    public async Task Reports_are_listed_latest_week_first_then_the_draft_then_the_latest_version()
    {
        foreach (var week in new[] { new IsoWeek(2026, 53), Week, new IsoWeek(2027, 1) })
        {
            foreach (var run in new[] { "r_1", "r_2", "r_3" })
            {
                await Reports.PutDraftAsync(Make(run, run, week: week), Cancel);
                if (run is not "r_3")
                {
                    await Reports.PublishAsync(week, Cancel);
                }
            }
        }

        (await Reports.ListAsync(Cancel)).Select(heading => string.Create(
            CultureInfo.InvariantCulture, $"{heading.Week} {heading.Version} {heading.RunId}")).ShouldBe(
        [
            "2027-W01 0 r_3", "2027-W01 2 r_2", "2027-W01 1 r_1",
            "2026-W53 0 r_3", "2026-W53 2 r_2", "2026-W53 1 r_1",
            "2026-W48 0 r_3", "2026-W48 2 r_2", "2026-W48 1 r_1",
        ]);
    }

    [Fact]
    public async Task Publishing_twice_at_once_makes_one_version()
    {
        await Reports.PutDraftAsync(Make("r_1", "one"), Cancel);

        await Task.WhenAll(Enumerable.Range(0, 8).Select(i =>
            (i % 2 == 0 ? Reports : Other<IReportStore>()).PublishAsync(Week, Cancel).AsTask()));

        (await Reports.ListAsync(Cancel)).ShouldHaveSingleItem().Version.ShouldBe(1);
    }

    [Fact]
    public async Task What_is_not_there_is_null()
    {
        (await Reports.FindAsync(Week, null, Cancel)).ShouldBeNull();
        (await Reports.FindAsync(Week, 0, Cancel)).ShouldBeNull();
        (await Reports.FindAsync(Week, 1, Cancel)).ShouldBeNull();
        (await Reports.ListAsync(Cancel)).ShouldBeEmpty();
    }

    [Fact]
    public async Task Regions_do_not_see_each_other()
    {
        await Reports.PutDraftAsync(Make("r_1", "one"), Cancel);
        var uppsala = Other<IReportStore>("uppsala");

        (await uppsala.FindAsync(Week, null, Cancel)).ShouldBeNull();
        (await uppsala.PublishAsync(Week, Cancel)).ShouldBeNull();
        (await Reports.ListAsync(Cancel)).ShouldHaveSingleItem().Version.ShouldBe(0);
    }

    [Fact]
    public async Task Cancelling_stops_a_call_and_writes_nothing()
    {
        await ShouldBeCancelledAsync(token => Reports.PutDraftAsync(Make("r_1", "one"), token).AsTask());
        (await Reports.ListAsync(Cancel)).ShouldBeEmpty();
    }

    private StoredReport Make(string run, string text, params string[] names) => Make(run, text, Week, names);

    private StoredReport Make(string run, string text, IsoWeek week, params string[] names) => new(
        new ReportHeading(week, 0, run, Clock.GetUtcNow(), null),
        (names.Length == 0 ? ["report.json", "report.sv.html"] : names).ToDictionary(
            name => name, name => new ReadOnlyMemory<byte>(Encoding.UTF8.GetBytes(name + text)), StringComparer.Ordinal));

    private async Task ShouldHoldAsync(int? version, StoredReport expected)
    {
        var found = (await Reports.FindAsync(Week, version, Cancel)).ShouldNotBeNull();
        found.Heading.ShouldBe(expected.Heading);
        Texts(found).ShouldBe(Texts(expected));
    }

    private static List<string> Texts(StoredReport report) => report.Files
        .OrderBy(file => file.Key, StringComparer.Ordinal)
        .Select(file => $"{file.Key}={Encoding.UTF8.GetString(file.Value.Span)}").ToList();
}
