using System.Globalization;
using System.Text;
using Gep.Accounting.Compensation;
using Gep.Accounting.Measures;

namespace Gep.DrawHouseholds;

/// <summary>Writes one household register.</summary>
internal static class HouseholdFile
{
    private const string Heading = "id,parcel,group,head,identity_masked,card_masked,weight";
    private const string Surnames = "赵钱孙李周吴郑王冯陈褚卫蒋沈韩杨朱秦尤许何吕施张孔曹严华金魏";
    private const int GroupsOfVillage = 8;
    private const int GroupUse = 1, SurnameUse = 2, WeightUse = 3;
    private const int PlacesOfRegister = 1_000_000;
    private const int SmallestWeight = 50, WeightRange = 100;

    /// <summary>
    /// Shares a number of households out over the holdings by size, at least one each, and the size of each
    /// holding between its households by drawn weights.
    /// </summary>
    public static void Write(
        string workspace, string name, char letter, int households, IReadOnlyList<Holding> holdings)
    {
        var text = new StringBuilder(Heading).Append('\n');
        int number = 0;
        int[] counts = CountsOf(holdings, households);
        for (int index = 0; index < holdings.Count; index++)
        {
            decimal[] weights = [.. Enumerable.Range(number + 1, counts[index])
                .Select(place =>
                    (decimal)SmallestWeight + Draws.Below(PlaceOf(letter, place), WeightUse, WeightRange))];
            PaymentSplit.TrySplit(Money.FromExactYuan(holdings[index].Size), weights, out var parts);
            foreach (var part in parts) Append(text, letter, ++number, holdings[index], part.Amount);
        }
        File.WriteAllText(Path.Combine(workspace, "households", $"{name}.csv"), text.ToString());
    }

    private static int[] CountsOf(IReadOnlyList<Holding> holdings, int households)
    {
        decimal[] sizes = [.. holdings.Select(holding => holding.Size)];
        PaymentSplit.TrySplit(Money.FromFen(households - holdings.Count), sizes, out var parts);
        return [.. parts.Select(part => 1 + (int)part.Amount.Fen)];
    }

    private static void Append(StringBuilder text, char letter, int number, Holding holding, Money size)
    {
        string digits = number.ToString("D5", CultureInfo.InvariantCulture);
        string tail = (number % 10_000).ToString("D4", CultureInfo.InvariantCulture);
        char surname = Surnames[Draws.Below(PlaceOf(letter, number), SurnameUse, Surnames.Length)];
        int group = 1 + Draws.Below(PlaceOf(letter, number), GroupUse, GroupsOfVillage);
        text.Append(CultureInfo.InvariantCulture,
            $"{letter}{digits},{holding.Id},{group},示意{surname}{digits},{holding.District}********{tail},")
            .Append(CultureInfo.InvariantCulture, $"6217****{letter}{digits},{size}\n");
    }

    /// <summary>Households of two registers are drawn at different places.</summary>
    private static int PlaceOf(char letter, int number) => letter * PlacesOfRegister + number;
}
