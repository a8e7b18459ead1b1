using System.Globalization;
using Gep.Spatial.Ingest;
using Gep.Spatial.Problems;
using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace Gep.Api.Layers;

/// <summary>Reads a feature table of a GeoPackage, row by row.</summary>
/// <remarks>
/// The file is opened read-only and its schema is not trusted: views, triggers and functions in it do not
/// run. Source: [GPKG]; [SQLITE-DEFENSE].
/// </remarks>
internal static class GeoPackageReader
{
    private const int LengthColumn = 0, GeometryColumn = 1, KeyColumn = 2, FirstAttributeColumn = 3;

    /// <summary>Yields the features and problems of a table, by primary key, while reading.</summary>
    /// <param name="path">Path of the file.</param>
    /// <param name="manifest">What is declared about the layer.</param>
    /// <param name="table">Name of the feature table; null when the file has only one.</param>
    /// <param name="limits">Bounds; null for the usual ones.</param>
    public static IEnumerable<SourceRecord> Read(
        string path, LayerManifest manifest, string? table = null, ReadLimits? limits = null)
    {
        limits ??= ReadLimits.Default;
        if (!SqliteLibrary.IsPresent)
        {
            yield return Problem(LayerProblemCode.SqliteLibraryMissing, manifest);
            yield break;
        }
        using var connection = new SqliteConnection(new SqliteConnectionStringBuilder
        {
            DataSource = path,
            Mode = SqliteOpenMode.ReadOnly,
            Pooling = false,
        }.ToString());
        (GeoPackageTable? found, LayerProblem? problem) = Open(connection, table, manifest);
        if (found is null)
        {
            yield return new SourceRecord(null, [problem!]);
            yield break;
        }
        using SqliteCommand command = connection.CreateCommand();
#pragma warning disable CA2100 // Identifiers come from the file's own catalogue and are quoted.
        command.CommandText = found.Query;
#pragma warning restore CA2100
        var blobColumns = new HashSet<string>(StringComparer.Ordinal);
        SqliteDataReader? rows = null;
        try
        {
            for (long ordinal = 1; ; ordinal++)
            {
                problem = Step(command, ref rows, manifest);
                if (problem is not null) yield return new SourceRecord(null, [problem]);
                if (rows is null) yield break;
                yield return RecordOf(rows, ordinal, found, manifest, limits, blobColumns);
            }
        }
        finally
        {
            rows?.Dispose();
        }
    }

    private static (GeoPackageTable?, LayerProblem?) Open(
        SqliteConnection connection, string? table, LayerManifest manifest)
    {
        const int DefensiveOption = 1010;
        try
        {
            connection.Open();
            _ = raw.sqlite3_db_config(connection.Handle, DefensiveOption, 1, out _);
            using SqliteCommand command = connection.CreateCommand();
            command.CommandText =
                "PRAGMA trusted_schema = OFF; PRAGMA cell_size_check = ON; PRAGMA query_only = ON";
            command.ExecuteNonQuery();
            return GeoPackageTable.Find(connection, table, manifest);
        }
        catch (SqliteException exception)
        {
            return (null, Unreadable(exception, manifest));
        }
        catch (InvalidCastException)
        {
            // SQLite stores any type in any column: a catalogue of other types is a damaged one.
            return (null, LayerProblem.At(
                LayerProblemCode.GeopackageUnreadable, new LayerPlace(manifest.File), "gpkg_* tables"));
        }
    }

    /// <summary>
    /// Goes to the next row; the reader becomes null behind the last one and where the file is damaged.
    /// </summary>
    private static LayerProblem? Step(
        SqliteCommand command, ref SqliteDataReader? rows, LayerManifest manifest)
    {
        try
        {
            rows ??= command.ExecuteReader();
            if (rows.Read()) return null;
            rows.Dispose();
            rows = null;
            return null;
        }
        catch (SqliteException exception)
        {
            rows?.Dispose();
            rows = null;
            return Unreadable(exception, manifest);
        }
    }

    private static SourceRecord RecordOf(
        SqliteDataReader row,
        long ordinal,
        GeoPackageTable table,
        LayerManifest manifest,
        ReadLimits limits,
        HashSet<string> blobColumns)
    {
        var place = new LayerPlace(manifest.File, ordinal);
        if (!row.IsDBNull(LengthColumn) && row.GetInt64(LengthColumn) > limits.FeatureBytes)
        {
            return new SourceRecord(
                null, [LayerProblem.At(LayerProblemCode.FeatureTooLarge, place, $"{limits.FeatureBytes}")]);
        }
        var problems = new List<LayerProblem>();
        var attributes = new Dictionary<string, string>(StringComparer.Ordinal);
        for (int i = 0; i < table.AttributeColumns.Count; i++)
        {
            string name = table.AttributeColumns[i];
            if (TextOf(row.GetValue(FirstAttributeColumn + i)) is { } text) attributes[name] = text;
            else if (row.GetValue(FirstAttributeColumn + i) is byte[] && blobColumns.Add(name))
                problems.Add(
                    LayerProblem.At(LayerProblemCode.AttributeNested, place with { Field = name }, name));
        }
        ReadOnlyMemory<byte>? geometry = row.GetValue(GeometryColumn) switch
        {
            byte[] blob => blob,
            DBNull => (ReadOnlyMemory<byte>?)null,
            _ => ReadOnlyMemory<byte>.Empty,
        };
        var feature = new EncodedFeature(ordinal, TextOf(row.GetValue(KeyColumn)), geometry, attributes);
        SourceRecord record = GeoPackageGeometry.Decode(feature, manifest, limits);
        return record with { Problems = [.. problems, .. record.Problems] };
    }

    private static string? TextOf(object value) => value switch
    {
        string text => text,
        long number => number.ToString(CultureInfo.InvariantCulture),
        double number => number.ToString("R", CultureInfo.InvariantCulture),
        _ => null,
    };

    private static LayerProblem Unreadable(SqliteException exception, LayerManifest manifest) =>
        LayerProblem.At(
            LayerProblemCode.GeopackageUnreadable, new LayerPlace(manifest.File), exception.Message);

    private static SourceRecord Problem(LayerProblemCode code, LayerManifest manifest) =>
        new(null, [LayerProblem.At(code, new LayerPlace(manifest.File))]);
}
