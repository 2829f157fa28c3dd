using Microsoft.Extensions.Options;

namespace ClusterEngine.Storage;

internal sealed class StorageOptionsValidator : IValidateOptions<StorageOptions>
{
    public ValidateOptionsResult Validate(string? name, StorageOptions options)
    {
        if (string.Equals(options.Provider, "postgres", StringComparison.OrdinalIgnoreCase))
        {
            return ValidateOptionsResult.Fail(
                "Storage:Provider is 'postgres', and the PostgreSQL store is not built yet. Use 'sqlite'.");
        }

        if (!string.Equals(options.Provider, "sqlite", StringComparison.OrdinalIgnoreCase))
        {
            return ValidateOptionsResult.Fail($"Storage:Provider is '{options.Provider}'. "
                + "Use 'sqlite', the only store so far (PostgreSQL is not built yet).");
        }

        if (string.IsNullOrWhiteSpace(options.DataDirectory))
        {
            return ValidateOptionsResult.Fail("Storage:DataDirectory is empty, and there is no home directory to "
                + "choose one in. Set it to a directory that this user may write.");
        }

        return options.DataDirectory.Contains('\0', StringComparison.Ordinal)
            ? ValidateOptionsResult.Fail("Storage:DataDirectory holds a NUL character. Set it to a path.")
            : ValidateOptionsResult.Success;
    }
}
