using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;
using Gep.Accounting.Codes;
using Gep.Api.Accounts;
using Gep.Api.Compensation;
using Gep.Api.Exports;

namespace Gep.Api.Persistence.Writing;

/// <summary>A document as a command writes it.</summary>
/// <param name="Name">File name.</param>
/// <param name="Bytes">Its bytes.</param>
internal sealed record RunDocument(string Name, byte[] Bytes);

/// <summary>A result on its way into the store, with its documents.</summary>
/// <param name="Kind"><see cref="Account"/> or <see cref="Schedule"/>.</param>
/// <param name="Year">The year.</param>
/// <param name="Profile">Profile of an account; empty for schedules.</param>
/// <param name="ResultHash">Hash of an account's lines and totals, or SHA-256 of the schedules' JSON.</param>
/// <param name="Documents">What <c>gep account</c> and <c>gep schedule</c> write, byte for byte.</param>
/// <param name="Report">The account; null for schedules.</param>
/// <param name="Outcomes">The schedules; empty for an account.</param>
internal sealed record RunToStore(
    string Kind,
    AccountingYear Year,
    string Profile,
    string ResultHash,
    ImmutableArray<RunDocument> Documents,
    AccountReport? Report,
    ImmutableArray<SchemeOutcome> Outcomes)
{
    /// <summary>Kind of an account.</summary>
    public const string Account = "account";

    /// <summary>Kind of the schedules of a year.</summary>
    public const string Schedule = "schedule";

    /// <summary>An account.</summary>
    public static RunToStore Of(AccountReport report) => new(
        Account, report.Account.Year, report.Account.Profile.Id, AccountJson.ResultHash(report.Account),
        [
            Document("account.json", output => AccountJson.Write(output, report)),
            Document("account.csv", output =>
            {
                using var writer = new StreamWriter(
                    output, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false), leaveOpen: true);
                writer.NewLine = "\n";
                AccountCsv.Write(writer, report);
            }),
        ],
        report, []);

    /// <summary>The schedules of a year: one document for all, and one for each scheme.</summary>
    public static RunToStore Of(string workspace, ScheduleBook book)
    {
        var documents = ImmutableArray.CreateBuilder<RunDocument>();
        AddPair(Schedule, book);
        foreach (var outcome in book.Outcomes)
        {
            AddPair(
                ScheduleName(outcome.Scheme.Code.ToString()),
                book with { Outcomes = [outcome], Reconciliations = [] });
        }
        return new RunToStore(
            Schedule, book.Year, "", Convert.ToHexStringLower(SHA256.HashData(documents[0].Bytes)),
            documents.ToImmutable(), null, book.Outcomes);

        void AddPair(string name, ScheduleBook part)
        {
            documents.Add(Document($"{name}.json", output => ScheduleJson.Write(output, workspace, part)));
            documents.Add(Document($"{name}.csv", output => ScheduleCsv.Write(
                output, part.Year, part.Outcomes, part.DistrictNames, withMark: true)));
        }
    }

    /// <summary>Name, without ending, of the document of one scheme.</summary>
    public static string ScheduleName(string scheme) => $"schedule-{scheme}";

    private static RunDocument Document(string name, Action<Stream> write)
    {
        using var stream = new MemoryStream();
        write(stream);
        return new RunDocument(name, stream.ToArray());
    }
}
