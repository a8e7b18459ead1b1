using System.Globalization;
using Gep.Spatial.Crs;
using Gep.Spatial.Ingest;
using Microsoft.Data.Sqlite;

namespace Gep.Api.Layers;

/// <summary>Writes features into a new GeoPackage that GDAL and QGIS open.</summary>
/// <remarks>Source: [GPKG] §1.1 and §2.1; version 1.2. All attributes are text.</remarks>
internal static class GeoPackageWriter
{
    private const int ApplicationId = 0x47504B47, UserVersion = 10200;

    /// <summary>'2000-01-01': a file must not depend on the clock.</summary>
    private const string NoChange = "2000-01-01T00:00:00.000Z";

    /// <summary>Writes the file; one that is there is replaced.</summary>
    /// <param name="path">Path of the file.</param>
    /// <param name="table">Name of its one feature table.</param>
    /// <param name="features">The features, in the order of their keys.</param>
    /// <param name="system">System of its coordinates; one with an EPSG code.</param>
    /// <exception cref="InvalidOperationException">The SQLite library is not installed.</exception>
    public static void Write(
        string path, string table, IReadOnlyList<LayerFeature> features, CoordinateSystem system)
    {
        ArgumentOutOfRangeException.ThrowIfZero(system.EpsgCode, nameof(system));
        if (!SqliteLibrary.IsPresent) throw new InvalidOperationException("libsqlite3 is not installed.");
        File.Delete(path);
        using var connection = new SqliteConnection(new SqliteConnectionStringBuilder
        {
            DataSource = path,
            Mode = SqliteOpenMode.ReadWriteCreate,
            Pooling = false,
        }.ToString());
        connection.Open();
        string[] columns = [.. features.SelectMany(feature => feature.Attributes.Keys)
            .Where(name => name is not ("fid" or "geom" or "feature_id"))
            .Distinct(StringComparer.OrdinalIgnoreCase)
            .Order(StringComparer.Ordinal)];
        using var transaction = connection.BeginTransaction();
        Execute(connection, Catalogue);
        Execute(connection, string.Create(CultureInfo.InvariantCulture,
            $"PRAGMA application_id = {ApplicationId}; PRAGMA user_version = {UserVersion}"));
        string attributes = string.Concat(columns.Select(name => $", {Quoted(name)} TEXT"));
        Execute(connection,
            $"CREATE TABLE {Quoted(table)} (fid INTEGER PRIMARY KEY, geom BLOB, feature_id TEXT{attributes})");
        Register(connection, table, features, system);
        Insert(connection, table, columns, features, system);
        transaction.Commit();
    }

    private const string Catalogue =
        """
        CREATE TABLE gpkg_spatial_ref_sys (srs_name TEXT NOT NULL, srs_id INTEGER PRIMARY KEY,
          organization TEXT NOT NULL, organization_coordsys_id INTEGER NOT NULL, definition TEXT NOT NULL,
          description TEXT);
        CREATE TABLE gpkg_contents (table_name TEXT NOT NULL PRIMARY KEY, data_type TEXT NOT NULL,
          identifier TEXT UNIQUE, description TEXT DEFAULT '', last_change DATETIME NOT NULL,
          min_x DOUBLE, min_y DOUBLE, max_x DOUBLE, max_y DOUBLE,
          srs_id INTEGER REFERENCES gpkg_spatial_ref_sys(srs_id));
        CREATE TABLE gpkg_geometry_columns (table_name TEXT NOT NULL REFERENCES gpkg_contents(table_name),
          column_name TEXT NOT NULL, geometry_type_name TEXT NOT NULL, srs_id INTEGER NOT NULL
          REFERENCES gpkg_spatial_ref_sys(srs_id), z TINYINT NOT NULL, m TINYINT NOT NULL,
          PRIMARY KEY (table_name, column_name));
        INSERT INTO gpkg_spatial_ref_sys VALUES
          ('Undefined Cartesian SRS', -1, 'NONE', -1, 'undefined', NULL),
          ('Undefined geographic SRS', 0, 'NONE', 0, 'undefined', NULL);
        """;

    private static void Register(
        SqliteConnection connection, string table, IReadOnlyList<LayerFeature> features,
            CoordinateSystem system)
    {
        var boxes = features.Select(feature => GeoPackageBlob.BoxOf(feature, system)).ToArray();
        Execute(connection,
            """
            INSERT OR REPLACE INTO gpkg_spatial_ref_sys VALUES ($name, $srs, 'EPSG', $srs, 'undefined', NULL);
            INSERT INTO gpkg_contents VALUES ($table, 'features', $table, '', $day, $west, $south, $east,
                $north, $srs);
            INSERT INTO gpkg_geometry_columns VALUES ($table, 'geom', 'GEOMETRY', $srs, 0, 0)
            """,
            ("$name", system.NameEnglish), ("$srs", system.EpsgCode), ("$table", table), ("$day", NoChange),
            ("$west", boxes.Length == 0 ? DBNull.Value : boxes.Min(box => box.West)),
            ("$south", boxes.Length == 0 ? DBNull.Value : boxes.Min(box => box.South)),
            ("$east", boxes.Length == 0 ? DBNull.Value : boxes.Max(box => box.East)),
            ("$north", boxes.Length == 0 ? DBNull.Value : boxes.Max(box => box.North)));
    }

    private static void Insert(
        SqliteConnection connection, string table, string[] columns, IReadOnlyList<LayerFeature> features,
        CoordinateSystem system)
    {
        string names = string.Concat(columns.Select(name => $", {Quoted(name)}"));
        string places = string.Concat(columns.Select((_, i) => $", $a{i}"));
        string insert = $"INSERT INTO {Quoted(table)} (geom, feature_id{names}) VALUES ($geom, $id{places})";
        foreach (var feature in features)
        {
            Execute(connection, insert,
            [
                ("$geom", GeoPackageBlob.Of(feature, system)), ("$id", feature.Id),
                .. columns.Select((name, i) => (
                    $"$a{i}", (object?)feature.Attributes.GetValueOrDefault(name) ?? DBNull.Value)),
            ]);
        }
    }

    private static void Execute(
        SqliteConnection connection, string sql, params (string Name, object Value)[] parameters)
    {
        using var command = connection.CreateCommand();
#pragma warning disable CA2100 // Identifiers are quoted; values travel as parameters.
        command.CommandText = sql;
#pragma warning restore CA2100
        foreach ((string name, object value) in parameters) command.Parameters.AddWithValue(name, value);
        command.ExecuteNonQuery();
    }

    private static string Quoted(string identifier) =>
        $"\"{identifier.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
}
