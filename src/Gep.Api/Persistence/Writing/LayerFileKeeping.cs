using Gep.Api.Changes;
using Npgsql;
using NpgsqlTypes;

namespace Gep.Api.Persistence.Writing;

/// <summary>Keeps the bytes of a layer's files by binary COPY, in pieces.</summary>
internal static class LayerFileKeeping
{
    /// <summary>
    /// Greatest file of a workspace's folder that is kept [bytes], 64 MiB: the features of greater ones are
    /// in the tables, and an instance that follows reads such a file from its own folder. A file that was
    /// sent to the service is in no folder and always kept.
    /// </summary>
    public const long BytesMax = 64L * 1024 * 1024;

    /// <summary>Size of a piece [bytes], 8 MiB.</summary>
    private const int PartBytes = 8 * 1024 * 1024;

    private const string CopyParts =
        "copy gep.layer_file_part (layer_version_id, path, part, bytes) from stdin (format binary)";

    /// <summary>Copies every file that is not too great.</summary>
    public static void Write(NpgsqlConnection connection, long versionId, string root, LayerContent content)
    {
        using var copy = connection.BeginBinaryImport(CopyParts);
        copy.Timeout = Timeout.InfiniteTimeSpan;
        byte[] buffer = new byte[PartBytes];
        foreach (var file in content.Files)
        {
            using var stream = File.OpenRead(Path.Combine(root, file.Path));
            if (stream.Length > BytesMax && !LayerReplacement.IsSent(file.Path)) continue;
            int part = 0, count;
            while ((count = stream.ReadAtLeast(buffer, PartBytes, throwOnEndOfStream: false)) > 0
                || part == 0)
            {
                copy.StartRow();
                copy.Write(versionId, NpgsqlDbType.Bigint);
                copy.Write(file.Path, NpgsqlDbType.Text);
                copy.Write(++part, NpgsqlDbType.Integer);
                copy.Write(buffer[..count], NpgsqlDbType.Bytea);
            }
        }
        copy.Complete();
    }
}
