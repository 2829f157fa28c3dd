using System.Text;
using ClusterEngine.Core.Import;

namespace ClusterEngine.Core.Tests.Import;

public sealed class MutationTests : IDisposable
{
    private const int Count = 2000;
    private readonly ImportBench _bench = new();

    public void Dispose() => _bench.Dispose();

    [Fact]
    public async Task Random_mutations_of_a_row_are_accepted_or_rejected_and_never_fail()
    {
        var random = new Random(20261125);
        var content = new List<byte>();
        for (var i = 0; i < Count; i++)
        {
            content.AddRange(Mutate(random, Encoding.UTF8.GetBytes(Rows.Full)).Where(value => value is not ((byte)'\n' or 0)));
            content.Add((byte)'\n');
        }

        var result = await _bench.ImportAsync(_bench.Write("test.jsonl", [.. content]));

        (result.Accepted + result.RejectedRows).ShouldBe(Count);
        result.Rejected.Select(row => row.Line).Distinct().Count().ShouldBe(result.RejectedRows);
    }

    [Fact]
    public async Task Random_mutations_of_the_CSV_template_never_fail_otherwise_than_by_an_import_exception()
    {
        var random = new Random(20261126);
        var template = Encoding.UTF8.GetBytes(CsvTemplate.Text);
        for (var i = 0; i < 300; i++)
        {
            var path = _bench.Write("test.csv", Mutate(random, template));
            try
            {
                var result = await _bench.ImportAsync(path);
                (result.Accepted + result.RejectedRows).ShouldBeGreaterThan(0);
            }
            catch (ImportException exception)
            {
                exception.Message.ShouldNotBeEmpty();
            }
        }
    }

    private static byte[] Mutate(Random random, byte[] original)
    {
        var bytes = new List<byte>(original);
        for (var edits = random.Next(1, 4); edits > 0; edits--)
        {
            var at = random.Next(bytes.Count);
            switch (random.Next(5))
            {
                case 0:
                    bytes[at] = (byte)random.Next(256);
                    break;
                case 1:
                    bytes.RemoveRange(at, Math.Min(random.Next(1, 30), bytes.Count - at));
                    break;
                case 2:
                    bytes.Insert(at, (byte)"{}[]\",:;\\-0123456789nt"[random.Next(22)]);
                    break;
                case 3:
                    bytes.InsertRange(at, bytes.GetRange(at, Math.Min(random.Next(1, 60), bytes.Count - at)));
                    break;
                default:
                    (bytes[at], bytes[random.Next(bytes.Count)]) = (bytes[random.Next(bytes.Count)], bytes[at]);
                    break;
            }
        }

        return [.. bytes];
    }
}
