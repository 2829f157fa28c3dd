using System.Buffers;

namespace ClusterEngine.Core.Import;

/// <summary>What a file's ending says it is.</summary>
internal enum ImportFormat
{
    JsonLines,
    Csv,
}

/// <summary>Opens a file to import, or says what keeps it from being one.</summary>
internal static class ImportFile
{
    private const int Look = 64 * 1024; // enough of the beginning to tell a binary file

    /// <summary>Tells the format by the ending.</summary>
    /// <exception cref="ImportException">The ending is none of ours.</exception>
    public static ImportFormat FormatOf(string path) => Path.GetExtension(path).ToUpperInvariant() switch
    {
        ".JSONL" or ".NDJSON" or ".JSON" => ImportFormat.JsonLines,
        ".CSV" or ".TSV" or ".TXT" => ImportFormat.Csv,
        _ when Directory.Exists(path) => throw IsDirectory(),
        _ => throw new ImportException(
            "The file's ending does not say what it is: rename it to .jsonl (one JSON object a line) or .csv (a table)."),
    };

    /// <summary>The name that the file's rows are known by.</summary>
    /// <exception cref="ImportException">The name cannot be used.</exception>
    public static string SourceOf(ImportRequest request, DateOnly today)
    {
        var source = (request.Source ?? Path.GetFileNameWithoutExtension(request.Path)).Trim();
        if (PersonalNumber.IndexIn(source, today) is not null)
        {
            throw new ImportException("The source's name holds a personal identity number: give another name with --source NAME.");
        }

        return source.Length is > 0 and <= ImportLimits.IdLength
            && !source.Any(letter => char.IsControl(letter) || letter is '/' or '\\' or ':')
                ? source
                : throw new ImportException(
                    "The source's name must have 1 to 200 characters, none of them / \\ or : — give one with --source NAME.");
    }

    /// <summary>Opens the file.</summary>
    /// <exception cref="ImportException">It is not there, a directory, unreadable, empty or binary.</exception>
    public static FileStream Open(string path)
    {
        if (Directory.Exists(path))
        {
            throw IsDirectory();
        }

        FileStream stream;
        try
        {
            stream = new FileStream(path, new FileStreamOptions
            {
                Mode = FileMode.Open,
                Access = FileAccess.Read,
                Share = FileShare.ReadWrite,
                Options = FileOptions.Asynchronous | FileOptions.SequentialScan,
                BufferSize = 0, // the readers have buffers of their own
            });
        }
        catch (Exception exception) when (exception is FileNotFoundException or DirectoryNotFoundException)
        {
            throw new ImportException("There is no such file: look at the path for a slip.", exception);
        }
        catch (Exception exception) when (exception is UnauthorizedAccessException or IOException or ArgumentException or NotSupportedException)
        {
            throw new ImportException("The file cannot be read: see that you have the right to, and that no other program holds it.", exception);
        }

        try
        {
            if (!stream.CanSeek)
            {
                throw new ImportException("This is a pipe or a device: write what it holds to a file first.");
            }

            CheckBeginning(stream);
            stream.Position = 0;
            return stream;
        }
        catch
        {
            stream.Dispose();
            throw;
        }
    }

    /// <summary>Turns a failure of the disk while reading into a message.</summary>
    public static ImportException Failed(IOException exception) => new(
        "Reading the file failed half-way; what had been read is stored. Import it again: rows that are there already are left alone.",
        exception);

    private static void CheckBeginning(FileStream stream)
    {
        var buffer = ArrayPool<byte>.Shared.Rent(Look);
        try
        {
            var beginning = buffer.AsSpan(0, stream.ReadAtLeast(buffer.AsSpan(0, Look), Look, throwOnEndOfStream: false));
            if (beginning.Length == 0)
            {
                throw Empty();
            }

            if (beginning.StartsWith((ReadOnlySpan<byte>)[0xFF, 0xFE]) || beginning.StartsWith((ReadOnlySpan<byte>)[0xFE, 0xFF]))
            {
                throw new ImportException("The file is UTF-16: save it as UTF-8 (in Excel: CSV UTF-8).");
            }

            if (beginning.Contains((byte)0))
            {
                throw new ImportException(
                    "The file is binary, not text: export it as JSON Lines or CSV first (in Excel: save as CSV UTF-8).");
            }
        }
        catch (IOException exception)
        {
            throw new ImportException("The file cannot be read.", exception);
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }
    }

    /// <summary>The file has nothing to import.</summary>
    public static ImportException Empty() => new("The file has no rows: there is nothing to import.");

    private static ImportException IsDirectory() =>
        new("This is a directory: name the files in it, such as DIRECTORY/*.jsonl.");
}
