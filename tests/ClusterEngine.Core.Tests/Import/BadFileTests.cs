using System.Text;
using ClusterEngine.Core.Import;

namespace ClusterEngine.Core.Tests.Import;

// It measures what the whole process allocates, so no other test may run beside it.
[Collection(nameof(AloneGroup))]
public sealed class BadFileTests : IDisposable
{
    private readonly ImportBench _bench = new();

    public void Dispose() => _bench.Dispose();

    [Fact]
    public async Task A_file_that_is_not_there_is_told() => await FailsAsync(Path.Combine(_bench.Folder, "no.jsonl"), "no such file");

    [Fact]
    public async Task A_directory_is_told() => await FailsAsync(_bench.Folder, "directory");

    [Fact]
    public async Task A_directory_with_our_ending_is_told()
    {
        var path = Path.Combine(_bench.Folder, "d.jsonl");
        Directory.CreateDirectory(path);
        await FailsAsync(path, "directory");
    }

    [Theory]
    [InlineData("")]
    [InlineData("\uFEFF")]
    [InlineData("\n \r\n\n")]
    public async Task An_empty_file_is_told(string content)
    {
        await FailsAsync(_bench.Write("e.jsonl", content), "no rows");
        await FailsAsync(_bench.Write("e.csv", content), "no rows");
    }

    [Fact]
    public async Task A_binary_file_is_told() =>
        await FailsAsync(_bench.Write("b.jsonl", [0x50, 0x4B, 3, 4, 0, 0, 0, 8]), "binary");

    [Fact]
    public async Task A_UTF_16_file_is_told() =>
        await FailsAsync(_bench.Write("u.csv", [.. Encoding.Unicode.GetPreamble(), .. Encoding.Unicode.GetBytes("id;kind")]), "UTF-16");

    [Fact]
    public async Task An_ending_that_is_not_ours_is_told() => await FailsAsync(_bench.Write("x.xlsx", "PK"), "ending");

    [Theory]
    [InlineData("[\n{}\n]")]
    [InlineData("{\n\"id\":\"a\"\n}")]
    public async Task A_JSON_document_is_told_with_the_way_to_convert_it(string content) =>
        await FailsAsync(_bench.Write("d.json", content), "jq -c");

    [Fact]
    public async Task JSON_Lines_in_Windows_1252_is_told() => (await Should.ThrowAsync<ImportException>(
        () => _bench.ImportAsync(_bench.Write("a.jsonl", Rows.Minimal()), ImportEncoding.Windows1252))).Message.ShouldContain("UTF-8");

    [Fact]
    public async Task Nothing_is_recorded_of_a_file_that_failed()
    {
        await FailsAsync(_bench.Write("e.jsonl", ""), "no rows");
        (await _bench.Imports.ListAsync(TestContext.Current.CancellationToken)).ShouldBeEmpty();
    }

    [Theory]
    [InlineData("{\"id\":\"x\",\"id\":\"y\"}", "id", "twice")]
    [InlineData("{\"name\":\"a\\ud83d\"}", "name", "surrogate")]
    [InlineData("{\"na\\udc00me\":\"a\"}", "", "surrogate")]
    [InlineData("{\"id\":", "", "not valid JSON")]
    [InlineData("{} {}", "", "not valid JSON")]
    [InlineData("\"text\"", "", "one JSON object")]
    [InlineData("null", "", "one JSON object")]
    [InlineData("{\"id\":\"a\u0001\"}", "", "not valid JSON")]
    [InlineData("// comment", "", "not valid JSON")]
    public async Task A_line_that_is_no_sound_object_is_rejected_and_the_others_go_in(string line, string path, string reason)
    {
        var result = await _bench.ImportTextAsync($"{Rows.Minimal()}\n{line}\n{Rows.Minimal("b")}\n");

        result.Accepted.ShouldBe(2);
        result.Rejected.ShouldContain(row =>
            row.Line == 2 && row.Field == path && row.Reason.Contains(reason, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData('[')]
    [InlineData('{')]
    public async Task Deep_nesting_is_rejected_with_its_reason(char open)
    {
        var bomb = string.Concat(Enumerable.Repeat(open == '[' ? "[" : "{\"a\":", 500_000));

        var result = await _bench.ImportTextAsync($"{Rows.Minimal()}\n{{\"id\":{bomb}\n");

        result.Rejected.ShouldHaveSingleItem().Reason.ShouldContain("nested");
    }

    [Fact]
    public async Task Invalid_UTF_8_is_rejected_at_its_byte()
    {
        byte[] bad = [.. Encoding.UTF8.GetBytes("{\"id\":\""), 0xC3, 0x28, .. Encoding.UTF8.GetBytes("\"}\n")];

        var result = await _bench.ImportAsync(
            _bench.Write("test.jsonl", [.. bad, .. Encoding.UTF8.GetBytes(Rows.Minimal())]));

        result.Accepted.ShouldBe(1);
        result.Rejected.ShouldHaveSingleItem().Reason.ShouldContain("byte 8");
    }

    [Fact]
    public async Task A_line_of_100_MB_is_rejected_by_number_and_takes_no_more_memory_than_an_allowed_one()
    {
        using var stream = new LongLine(100_000_000, Encoding.UTF8.GetBytes("\n" + Rows.Minimal() + "\n"));
        var rows = new List<ImportRow>();
        await foreach (var row in new JsonRows(stream).ReadAsync(TestContext.Current.CancellationToken))
        {
            rows.Add(row);
        }

        rows.Select(row => row.Line).ShouldBe([1, 2]);
        rows[0].Problems.All.ShouldHaveSingleItem().Reason.ShouldContain("4 MiB");
        rows[1].Value.ShouldNotBeNull();
        stream.LargestRead.ShouldBeLessThanOrEqualTo(ImportLimits.RowLength + 64);
    }

    [Theory]
    [InlineData("\"offers\":[{0}]", "0")]
    [InlineData("\"x\":[{0}]", "{}")]
    public async Task A_line_of_very_many_values_is_rejected(string format, string value)
    {
        var values = string.Join(',', Enumerable.Repeat(value, 500_000));

        var result = await _bench.ImportTextAsync(Rows.Minimal(more: format.Replace("{0}", values, StringComparison.Ordinal)));

        result.Rejected.ShouldHaveSingleItem().Reason.ShouldContain("more values");
    }

    [Fact]
    public async Task A_line_of_very_many_unknown_fields_is_told_in_part()
    {
        var fields = string.Join(',', Enumerable.Range(0, 90_000)
            .Select(i => string.Create(System.Globalization.CultureInfo.InvariantCulture, $"\"field{i}\":0")));

        (await _bench.ImportTextAsync(Rows.Minimal(more: fields))).Rejected.Count.ShouldBe(21);
    }

    [Fact]
    public async Task A_path_that_can_be_no_file_is_told() => (await Should.ThrowAsync<ImportException>(
        () => _bench.ImportAsync("a\0b.jsonl", source: "a"))).Message.ShouldContain("cannot be read");

    [Fact]
    public async Task A_field_name_that_could_hold_anything_is_not_repeated()
    {
        var result = await _bench.ImportTextAsync(Rows.Minimal(more: "\"Anna Exempel <a@b.se>\":1"));

        result.Rejected.ShouldHaveSingleItem().Field.ShouldBe("(field 5)");
    }

    private async Task FailsAsync(string path, string message) =>
        (await Should.ThrowAsync<ImportException>(() => _bench.ImportAsync(path))).Message.ShouldContain(message);

    /// <summary>A line of spaces of any length, made while it is read, and what follows it.</summary>
    private sealed class LongLine(long length, byte[] after) : Stream
    {
        private long _at;

        public override bool CanRead => true;

        public override bool CanSeek => false;

        public override bool CanWrite => false;

        public override long Length => length + after.Length;

        public override long Position { get => _at; set => throw new NotSupportedException(); }

        public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

        /// <summary>The most bytes that were asked for at once: the reader's free buffer.</summary>
        public int LargestRead { get; private set; }

        public override int Read(Span<byte> buffer)
        {
            LargestRead = Math.Max(LargestRead, buffer.Length);
            var read = 0;
            for (; read < buffer.Length && _at < Length; read++, _at++)
            {
                buffer[read] = _at < length ? (byte)' ' : after[_at - length];
            }

            return read;
        }

        public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) =>
            ValueTask.FromResult(Read(buffer.Span));

        public override void Flush()
        {
        }

        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

        public override void SetLength(long value) => throw new NotSupportedException();

        public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
    }
}
