using System.Globalization;
using Gep.Spatial.Ingest;
using Gep.Spatial.Problems;
using Microsoft.Data.Sqlite;

namespace Gep.Api.Layers;

/// <summary>
/// A feature table of a GeoPackage: its name and columns, checked against the tables that describe it.
/// </summary>
/// <param name="Name">Name of the table.</param>
/// <param name="GeometryColumn">Column with the geometry blobs.</param>
/// <param name="KeyColumn">Primary key; null where there is no single one.</param>
/// <param name="AttributeColumns">The other columns, in their order.</param>
internal sealed record GeoPackageTable(
    string Name, string GeometryColumn, string? KeyColumn, IReadOnlyList<string> AttributeColumns)
{
    /// <summary>'GP10', 'GP11' and 'GPKG' as big-endian numbers; [GPKG] §1.1.1.1.</summary>
    private static readonly long[] ApplicationIds = [0x47503130, 0x47503131, 0x47504B47];

    private static readonly string[] DescribingTables =
        ["gpkg_contents", "gpkg_geometry_columns", "gpkg_spatial_ref_sys"];

    /// <summary>Finds the table, or says why there is none.</summary>
    public static (GeoPackageTable? Table, LayerProblem? Problem) Find(
        SqliteConnection connection, string? wanted, LayerManifest manifest)
    {
        var file = new LayerPlace(manifest.File);
        long applicationId = (long)Rows(connection, "PRAGMA application_id")[0][0];
        if (!ApplicationIds.Contains(applicationId))
            return (null, LayerProblem.At(LayerProblemCode.GeopackageUnreadable, file, "application_id"));
        const string TablesQuery = "SELECT name FROM sqlite_master WHERE type = 'table'";
        HashSet<string> tables = [.. Rows(connection, TablesQuery).Select(row => (string)row[0])];
        if (Array.Find(DescribingTables, name => !tables.Contains(name)) is { } missing)
            return (null, LayerProblem.At(
                LayerProblemCode.GeopackageUnreadable, file, $"no table {missing}"));

        const string FeaturesQuery =
            """
            SELECT g.table_name, g.column_name, s.organization || ':' || s.organization_coordsys_id, g.srs_id
            FROM gpkg_geometry_columns g
            JOIN gpkg_contents c ON c.table_name = g.table_name AND c.data_type = 'features'
            LEFT JOIN gpkg_spatial_ref_sys s ON s.srs_id = g.srs_id
            ORDER BY g.table_name
            """;
        object[][] all = Rows(connection, FeaturesQuery);
        object[][] named = [.. all.Where(row => wanted is null || row[0].Equals(wanted))];
        if (named.Length != 1 || named[0][0] is not string name || !tables.Contains(name))
        {
            string names = string.Join(", ", all.Select(row => row[0]));
            return (null, LayerProblem.At(
                LayerProblemCode.GeopackageTableUnclear, file, wanted ?? "", names));
        }
        if (CrsProblem(named[0], manifest, file) is { } problem) return (null, problem);
        return Describe(connection, name, (string)named[0][1], file);
    }

    /// <summary>
    /// The query for all rows: length of the geometry, geometry, key where there is one, attributes.
    /// </summary>
    public string Query
    {
        get
        {
            string geometry = Quoted(GeometryColumn);
            IEnumerable<string> columns =
            [
                $"length({geometry})", geometry,
                KeyColumn is null ? "NULL" : Quoted(KeyColumn),
                .. AttributeColumns.Select(Quoted),
            ];
            string order = KeyColumn is null ? "" : $" ORDER BY {Quoted(KeyColumn)}";
            return $"SELECT {string.Join(", ", columns)} FROM {Quoted(Name)}{order}";
        }
    }

    /// <summary>Systems 0 and −1 are the undefined ones: the manifest must then say which it is.</summary>
    private static LayerProblem? CrsProblem(object[] row, LayerManifest manifest, LayerPlace file)
    {
        bool isUndefined = row[3] is long srs and (0 or -1) || row[2] is DBNull;
        if (isUndefined && manifest.Crs is not null) return null;
        string system = row[2] as string ?? string.Create(CultureInfo.InvariantCulture, $"srs_id {row[3]}");
        return LayerCrs.Check(system, manifest, file with { Field = "srs_id" });
    }

    private static (GeoPackageTable?, LayerProblem?) Describe(
        SqliteConnection connection, string name, string geometryColumn, LayerPlace file)
    {
        const string ColumnsQuery = "SELECT name, pk FROM pragma_table_info($table) ORDER BY cid";
        object[][] columns = Rows(connection, ColumnsQuery, name);
        string[] keys = [.. columns.Where(column => (long)column[1] > 0).Select(column => (string)column[0])];
        string? key = keys.Length == 1 ? keys[0] : null;
        string[] names = [.. columns.Select(column => (string)column[0])];
        if (!names.Contains(geometryColumn))
        {
            return (null, LayerProblem.At(
                LayerProblemCode.GeopackageUnreadable, file, $"no column {geometryColumn} in {name}"));
        }
        string[] attributes = [.. names.Where(column => column != geometryColumn && column != key)];
        return (new GeoPackageTable(name, geometryColumn, key, attributes), null);
    }

    private static object[][] Rows(SqliteConnection connection, string query, string? table = null)
    {
        using SqliteCommand command = connection.CreateCommand();
#pragma warning disable CA2100 // Every query is a constant of this class; names travel as parameters.
        command.CommandText = query;
#pragma warning restore CA2100
        if (table is not null) command.Parameters.AddWithValue("$table", table);
        using SqliteDataReader reader = command.ExecuteReader();
        var rows = new List<object[]>();
        while (reader.Read())
        {
            var row = new object[reader.FieldCount];
            reader.GetValues(row);
            rows.Add(row);
        }
        return [.. rows];
    }

    private static string Quoted(string identifier) =>
        $"\"{identifier.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
}
