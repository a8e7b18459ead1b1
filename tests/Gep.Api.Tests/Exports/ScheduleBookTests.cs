using System.Diagnostics;
using System.Globalization;
using Gep.Accounting.Compensation;
using Gep.Accounting.Compensation.Ledgers;
using Gep.Accounting.Measures;
using Gep.Api.Exports;
using Gep.Testing;

namespace Gep.Api.Tests.Exports;

/// <summary>Wuhan 2019, from files to what a finance bureau opens.</summary>
public sealed class ScheduleBookTests(WuhanBook wuhan) : IClassFixture<WuhanBook>
{
    private const string AllSheetsAsCsv =
        "csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,false,false,false,false,-1";

    private ScheduleBook Book => wuhan.Book;

    [Theory]
    [InlineData("WH-PBF", "44500000.00")]
    [InlineData("WH-CHENHU", "4720000.00")]
    [InlineData("WH-WET", "5004001.45")]
    [InlineData("WH-PVFLOOR", "18315000.00")]
    [InlineData("WH-CARBON", "0.00")]
    public void Drawn_Wuhan2019_HasThePublishedTotals(string scheme, string total) =>
        Assert.Equal(total, ScheduleOf(scheme).Total.ToString());

    [Theory]
    [InlineData("WH-PVFLOOR", "gross", "31235600.00")]
    [InlineData("WH-PVFLOOR", "kwh", "28396000.00")]
    [InlineData("WH-CARBON", "net_tonnes", "19200.00")]
    [InlineData("WH-CARBON", "surplus_percent", "20.47")]
    public void Drawn_Wuhan2019_HasThePublishedFacts(string scheme, string code, string value)
    {
        var fact = Assert.Single(ScheduleOf(scheme).Facts, fact => fact.Code == code);
        Assert.Equal(value, fact.Value.ToString("F2", CultureInfo.InvariantCulture));
    }

    [Fact]
    public void Reconciliations_CityTotal_ShowsTheUnexplainedRest()
    {
        var reconciliation = Assert.Single(Book.Reconciliations);
        Assert.Equal("763920000.00", reconciliation.Total.Amount.ToString());
        Assert.Equal("54224001.45", reconciliation.Explained.ToString());
        Assert.Equal("709695998.55", reconciliation.Unexplained.ToString());
        Assert.Equal(Book.Outcomes.Length, reconciliation.Lines.Length);
        Assert.All(reconciliation.Lines.Where(line => line.Counted == Money.Zero && line.Drawn != Money.Zero),
            line => Assert.NotNull(line.Remark));
    }

    [Fact]
    public void ListOf_TwentyThousandHouseholds_AddsUpToTheScheduleInSeconds()
    {
        var watch = Stopwatch.StartNew();
        var (scheme, schedule) = Book.Drawn.Single(pair => pair.Scheme.Code.ToString() == "WH-PBF");
        var list = HouseholdSheet.ListOf(scheme, schedule, Book.Households);
        using var buffer = new MemoryStream();
        XlsxWriter.Write(buffer, Book.Sheets());
        Assert.True(watch.Elapsed < TimeSpan.FromSeconds(20), $"{watch.Elapsed} for {list.Length} lines");
        Assert.Equal(20000, list.Length);
        Assert.Equal(schedule.Total.Yuan, list.Sum(item => item.Amount.Yuan));
        Assert.Equal(schedule.Lines.Sum(line => line.AreaMu), list.Sum(item => item.AreaMu));
        Assert.All(list.GroupBy(item => item.Line.Id), group =>
            Assert.Equal(group.First().Line.Amount.Yuan, group.Sum(item => item.Amount.Yuan)));
    }

    [Fact]
    public void Write_SameBook_GivesTheSameBytes()
    {
        using var first = new MemoryStream();
        using var second = new MemoryStream();
        XlsxWriter.Write(first, Book.Sheets());
        XlsxWriter.Write(second, Book.Sheets());
        Assert.True(first.ToArray().AsSpan().SequenceEqual(second.ToArray()));
    }

    [ToolFact("soffice", "libreoffice-calc-nogui")]
    public void Write_ThroughLibreOffice_RecalculatesToTheSameCells()
    {
        using var other = new OtherProgram();
        var sheets = Book.Sheets();
        using (var file =
            File.Create(Path.Combine(other.Folder, "book.xlsx"))) XlsxWriter.Write(file, sheets);
        var (code, output) = other.Run("soffice", "--headless", "--convert-to", AllSheetsAsCsv, "book.xlsx");
        Assert.True(code == 0, output);
        int formulas = 0;
        foreach (var sheet in sheets)
        {
            var rows = ReadCsv(Path.Combine(other.Folder, $"book-{sheet.Name}.csv"));
            Assert.Equal(sheet.Title, rows[0][0]);
            Assert.Equal(sheet.Columns.Select(column => column.Heading), rows[Sheet.HeadingRows - 1]);
            for (int row = 0; row < sheet.Rows.Count; row++)
            {
                for (int column = 0; column < sheet.Rows[row].Length; column++)
                {
                    var cell = sheet.Rows[row][column];
                    if (cell.Formula is not null) formulas++;
                    AssertCell(cell, rows[Sheet.HeadingRows + row][column], $"{sheet.Name} {row} {column}");
                }
            }
        }
        Assert.True(formulas > 200, $"only {formulas} formulas");
    }

    [ToolFact("hledger", "hledger")]
    public void Write_JournalOfAllSchemes_IsAcceptedByHledger()
    {
        using var other = new OtherProgram();
        using (var writer = new StreamWriter(Path.Combine(other.Folder, "gep.journal")))
        {
            HledgerJournal.Write(
                writer, [.. Book.Drawn.SelectMany(pair => Journal.Of(pair.Schedule, Book.Year.LastDay))]);
        }
        var (code, output) = other.Run("hledger", "-f", "gep.journal", "check", "-s");
        Assert.True(code == 0, output);
        var (_, balance) = other.Run("hledger", "-f", "gep.journal", "balance", "payer:district:WH-PVFLOOR");
        Assert.Contains("-18315000.00 CNY", balance, StringComparison.Ordinal);
    }

    private Schedule ScheduleOf(string scheme) =>
        Book.Drawn.Single(pair => pair.Scheme.Code.ToString() == scheme).Schedule;

    /// <summary>LibreOffice calculates in binary: numbers agree to less than half of the last printed
    /// digit.</summary>
    private static void AssertCell(SheetCell cell, string read, string place)
    {
        if (cell.Number is not { } number)
        {
            Assert.True((cell.Text ?? "") == read, $"{place}: {cell.Text} is read as {read}");
            return;
        }
        decimal value = decimal.Parse(read, NumberStyles.Float, CultureInfo.InvariantCulture);
        Assert.True(Math.Abs(number - value) < 0.00005m, $"{place}: {number} is read as {read}");
    }

    private static List<List<string>> ReadCsv(string path)
    {
        var rows = new List<List<string>>();
        var row = new List<string>();
        var field = new System.Text.StringBuilder();
        bool isQuoted = false;
        string text = File.ReadAllText(path);
        for (int index = 0; index < text.Length; index++)
        {
            char letter = text[index];
            bool isDoubled = isQuoted && letter == '"' && index + 1 < text.Length && text[index + 1] == '"';
            if (isDoubled) { field.Append('"'); index++; }
            else if (letter == '"') isQuoted = !isQuoted;
            else if (!isQuoted && letter is ',' or '\n')
            {
                row.Add(field.ToString());
                field.Clear();
                if (letter == ',') continue;
                rows.Add(row);
                row = [];
            }
            else field.Append(letter);
        }
        return rows;
    }
}
