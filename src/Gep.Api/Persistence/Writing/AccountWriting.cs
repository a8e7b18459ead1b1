using System.Collections.Immutable;
using Gep.Accounting.Accounts;
using Gep.Accounting.Measures;
using Gep.Api.Workspaces;
using Npgsql;
using NpgsqlTypes;

namespace Gep.Api.Persistence.Writing;

/// <summary>Writes the tables of an account by binary COPY.</summary>
internal static class AccountWriting
{
    /// <summary>Districts, extents and lines of an account.</summary>
    public static void Write(NpgsqlConnection connection, long runId, GepAccount account)
    {
        WriteDistricts(connection, runId, account);
        WriteExtents(connection, runId, account);
        WriteLines(connection, runId, account);
    }

    private static void WriteDistricts(NpgsqlConnection connection, long runId, GepAccount account)
    {
        var indicators = account.Indicators.ToImmutableDictionary(indicator => indicator.District);
        var totals = account.Totals.ByDistrict.ToImmutableDictionary(
            total => total.Key, total => total.Value);
        using var copy = connection.BeginBinaryImport(
            "copy gep.account_district (run_id, district, measured_square_metres, official_square_metres, "
            + "uncovered_square_metres, gep_yuan, population, gdp_yuan) from stdin (format binary)");
        foreach (var district in account.Extents.Districts)
        {
            var indicator = indicators.GetValueOrDefault(district.District);
            copy.StartRow();
            copy.Write(runId, NpgsqlDbType.Bigint);
            copy.Write(district.District.ToString(), NpgsqlDbType.Text);
            copy.Write(district.Measured.SquareMetres, NpgsqlDbType.Double);
            copy.Write(district.Official.SquareMetres, NpgsqlDbType.Double);
            copy.Write(district.Uncovered.SquareMetres, NpgsqlDbType.Double);
            copy.Write(totals.GetValueOrDefault(district.District, Money.Zero).Yuan, NpgsqlDbType.Numeric);
            WriteNumber(copy, indicator?.Population);
            WriteNumber(copy, indicator?.GdpYuan);
        }
        copy.Complete();
    }

    private static void WriteExtents(NpgsqlConnection connection, long runId, GepAccount account)
    {
        using var copy = connection.BeginBinaryImport(
            "copy gep.account_extent (run_id, district, ecosystem_type, square_metres, parcels) "
            + "from stdin (format binary)");
        foreach (var extent in account.Extents.Extents)
        {
            copy.StartRow();
            copy.Write(runId, NpgsqlDbType.Bigint);
            copy.Write(extent.District.ToString(), NpgsqlDbType.Text);
            copy.Write(extent.Type.ToString(), NpgsqlDbType.Text);
            copy.Write(extent.Area.SquareMetres, NpgsqlDbType.Double);
            copy.Write(extent.Parcels, NpgsqlDbType.Integer);
        }
        copy.Complete();
    }

    private static void WriteLines(NpgsqlConnection connection, long runId, GepAccount account)
    {
        using var copy = connection.BeginBinaryImport(
            "copy gep.account_line (run_id, position, line_id, district, service, item, ecosystem_type, "
            + "extent_square_metres, physical_quantity, unit, unit_value, unit_value_unit, unit_value_id, "
            + "price_year, price_mode, source_key, source_place, source_confidence, value_yuan, booked, "
            + "flags, trace) from stdin (format binary)");
        for (int index = 0; index < account.Lines.Length; index++)
        {
            var line = account.Lines[index];
            copy.StartRow();
            copy.Write(runId, NpgsqlDbType.Bigint);
            copy.Write(index + 1, NpgsqlDbType.Integer);
            copy.Write(line.Id, NpgsqlDbType.Text);
            copy.Write(line.District.ToString(), NpgsqlDbType.Text);
            copy.Write(line.Service.ToString(), NpgsqlDbType.Text);
            copy.Write(line.Item, NpgsqlDbType.Text);
            if (line.EcosystemType is { } type) copy.Write(type.ToString(), NpgsqlDbType.Text);
            else copy.WriteNull();
            copy.Write(line.Extent.SquareMetres, NpgsqlDbType.Double);
            copy.Write(line.PhysicalQuantity.Amount, NpgsqlDbType.Double);
            copy.Write(line.PhysicalQuantity.Unit.ToString(), NpgsqlDbType.Text);
            copy.Write(line.UnitValue.Yuan, NpgsqlDbType.Numeric);
            copy.Write(line.UnitValue.Unit.ToString(), NpgsqlDbType.Text);
            copy.Write(line.UnitValue.Id, NpgsqlDbType.Text);
            copy.Write(line.UnitValue.PriceYear, NpgsqlDbType.Integer);
            copy.Write(WorkspaceProblem.CodeOf(line.UnitValue.Mode), NpgsqlDbType.Text);
            copy.Write(line.Source.Key, NpgsqlDbType.Text);
            copy.Write(line.Source.Place, NpgsqlDbType.Text);
            copy.Write(WorkspaceProblem.CodeOf(line.Source.Confidence), NpgsqlDbType.Text);
            copy.Write(line.Value.Yuan, NpgsqlDbType.Numeric);
            copy.Write(line.Booked, NpgsqlDbType.Boolean);
            copy.Write(
                line.Flags.Select(WorkspaceProblem.CodeOf).ToArray(),
                NpgsqlDbType.Array | NpgsqlDbType.Text);
            copy.Write(TraceJson.Of(line.Trace), NpgsqlDbType.Jsonb);
        }
        copy.Complete();
    }

    private static void WriteNumber(NpgsqlBinaryImporter copy, decimal? number)
    {
        if (number is { } value) copy.Write(value, NpgsqlDbType.Numeric);
        else copy.WriteNull();
    }
}
