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
        var seen = new SeenValues();
        SqliteDataReader? rows = null;
        try
        {
            for (long ordinal = 1; ; ordinal++)
            {
                problem = Step(command, ref rows, manifest);
                if (problem is not null) yield return new SourceRecord(null, [problem]);
                if (rows is null) yield break;
                yield return RecordOf(rows, ordinal, found, manifest, limits, seen);
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
        SqliteDataReader reader,
        long ordinal,
        GeoPackageTable table,
        LayerManifest manifest,
        ReadLimits limits,
        SeenValues seen)
    {
        // Columns are taken from the statement itself, without a boxed value for each.
        sqlite3_stmt row = reader.Handle!;
        var place = new LayerPlace(manifest.File, ordinal);
        if (raw.sqlite3_column_int64(row, LengthColumn) > limits.FeatureBytes)
        {
            return new SourceRecord(
                null, [LayerProblem.At(LayerProblemCode.FeatureTooLarge, place, $"{limits.FeatureBytes}")]);
        }
        List<LayerProblem>? problems = null;
        string?[] values = new string?[table.AttributeColumns.Count];
        for (int i = 0; i < values.Length; i++)
        {
            string name = table.AttributeColumns[i];
            int type = raw.sqlite3_column_type(row, FirstAttributeColumn + i);
            values[i] = TextOf(row, FirstAttributeColumn + i, type, seen);
            if (type == raw.SQLITE_BLOB && seen.BlobColumns.Add(name))
            {
                (problems ??= []).Add(
                    LayerProblem.At(LayerProblemCode.AttributeNested, place with { Field = name }, name));
            }
        }
        ReadOnlyMemory<byte>? geometry = raw.sqlite3_column_type(row, GeometryColumn) switch
        {
            raw.SQLITE_BLOB => seen.Copy(raw.sqlite3_column_blob(row, GeometryColumn)),
            raw.SQLITE_NULL => (ReadOnlyMemory<byte>?)null,
            _ => ReadOnlyMemory<byte>.Empty,
        };
        var feature = new EncodedFeature(
            ordinal, TextOf(row, KeyColumn, raw.sqlite3_column_type(row, KeyColumn), null), geometry,
            new AttributeDictionary(table.AttributeColumns, values));
        SourceRecord record = GeoPackageGeometry.Decode(feature, manifest, limits);
        return problems is null ? record : record with { Problems = [.. problems, .. record.Problems] };
    }

    /// <summary>A text or number as text; null for what is neither.</summary>
    private static string? TextOf(sqlite3_stmt row, int column, int type, SeenValues? seen) =>
        type switch
        {
            raw.SQLITE_TEXT => seen is null
                ? raw.sqlite3_column_text(row, column).utf8_to_string()
                : seen.Text(raw.sqlite3_column_text(row, column).utf8_to_string()),
            raw.SQLITE_INTEGER =>
                raw.sqlite3_column_int64(row, column).ToString(CultureInfo.InvariantCulture),
            raw.SQLITE_FLOAT =>
                raw.sqlite3_column_double(row, column).ToString("R", CultureInfo.InvariantCulture),
            _ => null,
        };

    private static LayerProblem Unreadable(SqliteException exception, LayerManifest manifest) =>
        LayerProblem.At(
            LayerProblemCode.GeopackageUnreadable, new LayerPlace(manifest.File), exception.Message);

    private static SourceRecord Problem(LayerProblemCode code, LayerManifest manifest) =>
        new(null, [LayerProblem.At(code, new LayerPlace(manifest.File))]);
}
