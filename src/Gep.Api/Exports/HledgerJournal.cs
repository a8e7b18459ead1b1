using System.Globalization;
using Gep.Accounting.Compensation.Ledgers;

namespace Gep.Api.Exports;

/// <summary>Writes a journal that <c>hledger check -s</c> accepts: commodity and accounts are
/// declared.</summary>
internal static class HledgerJournal
{
    private const string Commodity = "CNY";

    /// <summary>Writes declarations, then the transactions in order of day and as given.</summary>
    public static void Write(TextWriter output, IReadOnlyList<JournalTransaction> transactions)
    {
        output.WriteLine($"commodity 1000.00 {Commodity}");
        output.WriteLine();
        foreach (string account in Journal.Accounts(transactions)) output.WriteLine($"account {account}");
        foreach (var transaction in transactions.OrderBy(transaction => transaction.Day))
        {
            string mark = transaction.IsPosted ? "*" : "!";
            string day = transaction.Day.ToString("O", CultureInfo.InvariantCulture);
            output.WriteLine();
            output.WriteLine($"{day} {mark} ({Plain(transaction.Code)}) {Plain(transaction.Description)}");
            foreach (var posting in transaction.Postings)
                output.WriteLine($"    {posting.Account}  {posting.Amount} {Commodity}");
        }
    }

    /// <summary>The text without the signs that end a code or begin a comment.</summary>
    private static string Plain(string text) =>
        string.Concat(text.Select(letter =>
            letter is ';' or '|' or '(' or ')' or '\r' or '\n' ? ' ' : letter)).Trim();
}
