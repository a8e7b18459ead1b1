using System.Collections.Immutable;
using Gep.Accounting.Compensation;
using Gep.Api.Compensation;
using Gep.Api.Persistence.Rows;
using Gep.Api.Workspaces;
using Npgsql;
using NpgsqlTypes;

namespace Gep.Api.Persistence.Writing;

/// <summary>Writes the schedules of a run; lines and shares by binary COPY.</summary>
internal static class ScheduleWriting
{
    private const string NotDrawn = "not-drawn";

    /// <summary>Every scheme, drawn or not.</summary>
    public static void Write(
        StoreContext context, NpgsqlConnection connection, long runId, ImmutableArray<SchemeOutcome> outcomes)
    {
        var rows = outcomes.Select(outcome => RowOf(runId, outcome)).ToArray();
        context.Schedules.AddRange(rows);
        context.SaveChanges();
        var drawn = outcomes.Zip(rows)
            .Where(pair => pair.First.Draft.Schedule is not null)
            .Select(pair => (pair.Second.Id, pair.First.Draft.Schedule!.Lines))
            .ToArray();
        WriteLines(connection, drawn);
        WriteShares(connection, drawn);
    }

    private static ScheduleRow RowOf(long runId, SchemeOutcome outcome) => new()
    {
        RunId = runId,
        Scheme = outcome.Scheme.Code.ToString(),
        Status = outcome.Draft.Schedule is { } schedule
            ? WorkspaceProblem.CodeOf(schedule.Status) : NotDrawn,
        TotalYuan = outcome.Draft.Schedule?.Total.Yuan,
        LineCount = outcome.Draft.Schedule?.Lines.Length ?? 0,
    };

    private static void WriteLines(
        NpgsqlConnection connection, (long Id, ImmutableArray<PaymentLine> Lines)[] schedules)
    {
        using var copy = connection.BeginBinaryImport(
            "copy gep.payment_line (schedule_id, line, line_id, district, town, village, payee, parcel, "
            + "area_mu, rate, amount_yuan, trace) from stdin (format binary)");
        foreach (var (id, lines) in schedules)
        {
            foreach (var line in lines)
            {
                copy.StartRow();
                copy.Write(id, NpgsqlDbType.Bigint);
                copy.Write(line.Line, NpgsqlDbType.Integer);
                copy.Write(line.Id, NpgsqlDbType.Text);
                copy.Write(line.District.ToString(), NpgsqlDbType.Text);
                copy.Write(line.Town, NpgsqlDbType.Text);
                copy.Write(line.Village, NpgsqlDbType.Text);
                copy.Write(line.Payee, NpgsqlDbType.Text);
                copy.Write(line.Parcel, NpgsqlDbType.Text);
                WriteNumber(copy, line.AreaMu);
                WriteNumber(copy, line.Rate);
                copy.Write(line.Amount.Yuan, NpgsqlDbType.Numeric);
                copy.Write(TraceJson.Of(line.Trace), NpgsqlDbType.Jsonb);
            }
        }
        copy.Complete();
    }

    private static void WriteShares(
        NpgsqlConnection connection, (long Id, ImmutableArray<PaymentLine> Lines)[] schedules)
    {
        using var copy = connection.BeginBinaryImport(
            "copy gep.payment_share (schedule_id, line, payer, amount_yuan) from stdin (format binary)");
        foreach (var (id, lines) in schedules)
        {
            foreach (var line in lines)
            {
                foreach (var share in line.Payers)
                {
                    copy.StartRow();
                    copy.Write(id, NpgsqlDbType.Bigint);
                    copy.Write(line.Line, NpgsqlDbType.Integer);
                    copy.Write(WorkspaceProblem.CodeOf(share.Payer), NpgsqlDbType.Text);
                    copy.Write(share.Amount.Yuan, NpgsqlDbType.Numeric);
                }
            }
        }
        copy.Complete();
    }

    private static void WriteNumber(NpgsqlBinaryImporter copy, decimal? number)
    {
        if (number is { } value) copy.Write(value, NpgsqlDbType.Numeric);
        else copy.WriteNull();
    }
}
