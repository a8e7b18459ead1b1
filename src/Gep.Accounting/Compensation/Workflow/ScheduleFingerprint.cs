using System.Security.Cryptography;
using System.Text;

namespace Gep.Accounting.Compensation.Workflow;

/// <summary>The hash of what a schedule pays, by which every step knows that it is about the same
/// lines.</summary>
public static class ScheduleFingerprint
{
    /// <summary>SHA-256 over scheme, year, total, each line with its payers, and the problems, in
    /// lower-case hex.</summary>
    public static string Of(Schedule schedule)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        Append(hash, $"{schedule.Scheme}\t{schedule.Year}\t{schedule.Total}\n");
        foreach (var line in schedule.Lines)
        {
            string payers = string.Join(' ', line.Payers.Select(share => $"{share.Payer}={share.Amount}"));
            Append(hash,
                $"{line.Id}\t{line.District}\t{line.Town}\t{line.Village}\t{line.Payee}\t{line.Parcel}\t"
                + FormattableString.Invariant($"{line.AreaMu}\t{line.Rate}\t{line.Amount}\t{payers}\n"));
        }
        foreach (var problem in schedule.Problems)
        {
            Append(hash, $"{problem.Code}\t{problem.Severity}\t{problem.Where}\t{problem.Text}\t"
                + $"{problem.Remedy}\n");
        }
        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }

    private static void Append(IncrementalHash hash, string text) =>
        hash.AppendData(Encoding.UTF8.GetBytes(text));
}
