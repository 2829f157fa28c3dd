using ClusterEngine.Core.Profiles;
using ClusterEngine.Core.Storage;

namespace ClusterEngine.Storage.Tests.Contracts;

public abstract class ProfileStoreContract(IStoreSource source) : StoreContract(source)
{
    private static readonly Contact Contact = new("Labbchef", "labb@example.org");

    [Fact]
    public async Task Every_field_of_a_profile_comes_back_as_it_was()
    {
        var profile = Samples.Full();
        await Profiles.PutAsync([profile.Submit(Contact)], Cancel);

        (await Profiles.FindAsync(profile.Id, Cancel)).Content().ShouldBe(profile.Content());
        (await Profiles.FindContactAsync(profile.Id, Cancel)).ShouldBe(Contact);
        (await ListAsync(Other<IProfileStore>().ListAsync(Cancel))).ShouldHaveSingleItem().Content().ShouldBe(profile.Content());
    }

    [Fact]
    public async Task A_profile_that_states_little_comes_back_with_nothing_added()
    {
        var profile = Samples.Bare("x");
        await Profiles.PutAsync([profile.Submit()], Cancel);

        (await Profiles.FindAsync(profile.Id, Cancel)).Content().ShouldBe(profile.Content());
        (await Profiles.FindContactAsync(profile.Id, Cancel)).ShouldBeNull();
    }

    [Fact]
    public async Task What_is_not_there_is_null()
    {
        (await Profiles.FindAsync("p_none", Cancel)).ShouldBeNull();
        (await Profiles.FindContactAsync("p_none", Cancel)).ShouldBeNull();
        (await ListAsync(Profiles.ListAsync(Cancel))).ShouldBeEmpty();
        (await Profiles.DeleteAsync("p_none", Cancel)).ShouldBeFalse();
    }

    [Fact]
    public async Task The_same_batch_twice_changes_nothing_the_second_time()
    {
        ProfileSubmission[] batch = [Samples.Full().Submit(Contact), Samples.Bare("x").Submit()];

        (await Profiles.PutAsync(batch, Cancel)).ShouldBe(new ProfileWriteResult(2, 0, 0));
        (await Profiles.PutAsync(batch, Cancel)).ShouldBe(new ProfileWriteResult(0, 0, 2));
        (await Profiles.PutAsync([], Cancel)).ShouldBe(new ProfileWriteResult(0, 0, 0));
    }

    [Fact]
    public async Task A_changed_name_facet_or_contact_is_a_change()
    {
        var profile = Samples.Full();
        await Profiles.PutAsync([profile.Submit(Contact)], Cancel);

        await ShouldChangeAsync((profile with { Name = "Nytt namn" }).Submit(Contact));
        await ShouldChangeAsync((profile with { Offers = [.. profile.Offers.Reverse()] }).Submit(Contact));
        await ShouldChangeAsync((profile with { Needs = [profile.Needs[0] with { Priority = 1 }] }).Submit(Contact));
        await ShouldChangeAsync(profile.Submit(Contact with { Email = "ny@example.org" }));
        await ShouldChangeAsync(profile.Submit());

        async Task ShouldChangeAsync(ProfileSubmission submission)
        {
            (await Profiles.PutAsync([submission], Cancel)).ShouldBe(new ProfileWriteResult(0, 1, 0));
            var stored = await Profiles.FindAsync(profile.Id, Cancel);
            stored.Content().ShouldBe(submission.Profile.Content());
            (await Profiles.FindContactAsync(profile.Id, Cancel)).ShouldBe(submission.Contact);
        }
    }

    [Fact]
    public async Task Of_the_same_profile_twice_in_a_batch_the_last_stays()
    {
        var profile = Samples.Full();

        (await Profiles.PutAsync([profile.Submit(), (profile with { Name = "sist" }).Submit()], Cancel))
            .ShouldBe(new ProfileWriteResult(1, 1, 0));

        (await Profiles.FindAsync(profile.Id, Cancel))!.Name.ShouldBe("sist");
    }

    [Fact]
    public async Task Profiles_are_listed_by_id_however_they_came()
    {
        var profiles = Enumerable.Range(0, 300).Select(i => Samples.Full("nr" + i)).ToList();
        await Profiles.PutAsync([.. profiles.Select(profile => profile.Submit())], Cancel);

        var listed = await ListAsync(Profiles.ListAsync(Cancel));

        listed.Content().ShouldBe(profiles.OrderBy(profile => profile.Id, StringComparer.Ordinal).ToList().Content());
    }

    [Fact]
    public async Task A_list_shows_the_state_at_its_beginning()
    {
        var profiles = Enumerable.Range(0, 200).Select(i => Samples.Full("nr" + i)).ToList();
        await Profiles.PutAsync([.. profiles.Select(profile => profile.Submit())], Cancel);

        var seen = new List<Profile>();
        await foreach (var profile in Profiles.ListAsync(Cancel))
        {
            if (seen.Count == 0)
            {
                await Profiles.DeleteAsync(profiles.Select(p => p.Id).Max(StringComparer.Ordinal)!, Cancel);
                await Other<IProfileStore>().PutAsync(
                    [.. profiles.Select(p => (p with { Name = "ny", Offers = [] }).Submit())], Cancel);
            }

            seen.Add(profile);
        }

        seen.Count.ShouldBe(200);
        seen.ShouldAllBe(profile => profile.Offers.Count == 3 && profile.Name != "ny");
        (await ListAsync(Profiles.ListAsync(Cancel))).ShouldAllBe(profile => profile.Name == "ny");
    }

    [Fact]
    public async Task A_deleted_profile_is_gone_with_contact_and_vectors_and_comes_back_when_put_again()
    {
        var (gone, stays) = (Samples.Full("gone"), Samples.Full("stays"));
        await Profiles.PutAsync([gone.Submit(Contact), stays.Submit(Contact)], Cancel);
        await Vectors.PutAsync([Vector(gone.Needs[0].Id, "sv"), Vector(stays.Needs[0].Id, "sv")], Cancel);

        (await Profiles.DeleteAsync(gone.Id, Cancel)).ShouldBeTrue();

        (await Profiles.DeleteAsync(gone.Id, Cancel)).ShouldBeFalse();
        (await Profiles.FindAsync(gone.Id, Cancel)).ShouldBeNull();
        (await Profiles.FindContactAsync(gone.Id, Cancel)).ShouldBeNull();
        (await ListAsync(Profiles.ListAsync(Cancel))).ShouldHaveSingleItem().Id.ShouldBe(stays.Id);
        (await ListAsync(Vectors.ListAsync("m", Cancel))).ShouldHaveSingleItem().FacetId.ShouldBe(stays.Needs[0].Id);

        (await Profiles.PutAsync([gone.Submit(Contact)], Cancel)).ShouldBe(new ProfileWriteResult(1, 0, 0));
        (await Profiles.FindAsync(gone.Id, Cancel)).Content().ShouldBe(gone.Content());
    }

    [Fact]
    public async Task A_changed_profile_loses_the_vectors_of_facets_and_languages_that_are_gone_and_no_others()
    {
        var profile = Samples.Full();
        var (need, other) = (profile.Needs[0], profile.Needs[1]);
        await Profiles.PutAsync([profile.Submit()], Cancel);
        await Vectors.PutAsync([Vector(need.Id, "sv"), Vector(need.Id, "en"), Vector(other.Id, "sv")], Cancel);

        await Profiles.PutAsync(
            [(profile with { Needs = [need with { Text = need.Text with { En = null } }] }).Submit()], Cancel);

        (await ListAsync(Vectors.ListAsync("m", Cancel))).Select(vector => (vector.FacetId, vector.Language))
            .ShouldBe([(need.Id, "sv")]);
    }

    [Fact]
    public async Task A_batch_goes_in_whole_or_not_at_all()
    {
        var wrong = Samples.Bare("wrong", "uppsala");

        await Should.ThrowAsync<ArgumentException>(
            () => Profiles.PutAsync([Samples.Bare("right").Submit(), wrong.Submit()], Cancel).AsTask());

        (await ListAsync(Profiles.ListAsync(Cancel))).ShouldBeEmpty();
    }

    [Fact]
    public async Task Regions_do_not_see_each_other()
    {
        var (here, there) = (Samples.Full("x"), Samples.Full("x", "uppsala"));
        var uppsala = Other<IProfileStore>("uppsala");
        await Profiles.PutAsync([here.Submit(Contact)], Cancel);
        await uppsala.PutAsync([there.Submit()], Cancel);

        (await ListAsync(Profiles.ListAsync(Cancel))).ShouldHaveSingleItem().Id.ShouldBe(here.Id);
        (await ListAsync(uppsala.ListAsync(Cancel))).ShouldHaveSingleItem().Id.ShouldBe(there.Id);
        (await uppsala.FindAsync(here.Id, Cancel)).ShouldBeNull();
        (await uppsala.FindContactAsync(here.Id, Cancel)).ShouldBeNull();
        (await uppsala.DeleteAsync(here.Id, Cancel)).ShouldBeFalse();
    }

    [Fact]
    public async Task Many_writers_at_once_lose_nothing()
    {
        var other = Other<IProfileStore>();
        await Task.WhenAll(Enumerable.Range(0, 40).Select(i =>
            (i % 2 == 0 ? Profiles : other).PutAsync([Samples.Full("nr" + i).Submit()], Cancel).AsTask()));

        (await ListAsync(Profiles.ListAsync(Cancel))).Count.ShouldBe(40);
    }

    [Fact]
    public async Task Cancelling_stops_a_call_and_writes_nothing()
    {
        await ShouldBeCancelledAsync(token => Profiles.PutAsync([Samples.Full().Submit()], token).AsTask());
        await ShouldBeCancelledAsync(token => ListAsync(Profiles.ListAsync(token)));
        (await ListAsync(Profiles.ListAsync(Cancel))).ShouldBeEmpty();
    }

    private static StoredVector Vector(string facet, string language) => new(facet, language, 0, "m", "h", [1f]);
}
