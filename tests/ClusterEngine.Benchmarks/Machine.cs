using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace ClusterEngine.Benchmarks;

/// <summary>Facts of the machine that a figure belongs to.</summary>
internal static class Machine
{
    public static string Describe()
    {
        var flags = new List<string>();
        Add(flags, Avx2.IsSupported, "AVX2");
        Add(flags, Fma.IsSupported, "FMA");
        Add(flags, Avx512F.IsSupported, "AVX-512F");
        Add(flags, Vector512.IsHardwareAccelerated, "512 bits preferred");
        Add(flags, Vector128.IsHardwareAccelerated, "128 bits");
        return FormattableString.Invariant(
            $"{Processor()}, {Environment.ProcessorCount} cores, {string.Join(", ", flags)}; {RuntimeInformation.FrameworkDescription}, {RuntimeInformation.RuntimeIdentifier}; {TimeProvider.System.GetUtcNow():yyyy-MM-dd HH:mm} UTC");
    }

    private static void Add(List<string> flags, bool has, string name)
    {
        if (has)
        {
            flags.Add(name);
        }
    }

    private static string Processor()
    {
        const string CpuInfo = "/proc/cpuinfo";
        var line = File.Exists(CpuInfo)
            ? File.ReadLines(CpuInfo).FirstOrDefault(line => line.StartsWith("model name", StringComparison.Ordinal))
            : null;
        return line?[(line.IndexOf(':', StringComparison.Ordinal) + 1)..].Trim() ?? RuntimeInformation.ProcessArchitecture.ToString();
    }
}
