using System.Collections.Immutable;
using Gep.Accounting.Problems;

namespace Gep.Accounting.Compensation;

/// <summary>
/// Finds, for each class, the one rate of each layer on the benefit day: none or several refuse the schedule
/// (C11), and so does a rate below its minimum (C12).
/// </summary>
internal sealed class RateFinder(
    Scheme scheme, RateTable rates, DateOnly day, List<AccountingProblem> problems)
{
    private readonly Dictionary<string, ClassRate?> found = new(StringComparer.Ordinal);
    private readonly ImmutableArray<PayerLayer> payers = rates.Payers;
    private readonly List<RateEntry> used = [];

    /// <summary>How many times not exactly one rate was in force.</summary>
    public int Ambiguities { get; private set; }

    /// <summary>How far the lowest rate lies below its minimum; 0 when none does.</summary>
    public decimal FloorShortfall { get; private set; }

    /// <summary>How many rates were held against a minimum.</summary>
    public int FloorsCompared { get; private set; }

    /// <summary>The rates of a class, or null after its problems were added, once per class.</summary>
    public ClassRate? Find(ParcelClass parcelClass)
    {
        string key = parcelClass.ToString();
        if (!found.TryGetValue(key, out var rate))
        {
            rate = Resolve(parcelClass);
            found.Add(key, rate);
        }
        return rate;
    }

    /// <summary>The class of a parcel in the scheme's words, or null after its problems were added.</summary>
    public ParcelClass? ClassOf(RegisterParcel parcel)
    {
        if (rates.Dimensions.IsEmpty) return ParcelClass.Any;
        var values = ImmutableSortedDictionary.CreateBuilder<RegisterField, string>();
        foreach (var dimension in rates.Dimensions)
        {
            string? word = parcel.Find(dimension.Field);
            string? code = word is null ? null : dimension.FindCode(word);
            if (code is null) problems.Add(RateProblems.ClassUnknown(scheme, parcel, dimension, word));
            else values.Add(dimension.Field, code);
        }
        return values.Count == rates.Dimensions.Length ? new ParcelClass(values.ToImmutable()) : null;
    }

    /// <summary>
    /// Warns once per document and day of the rates used whose validity or article is not established.
    /// </summary>
    public void AddRemarks()
    {
        bool isNew = scheme.Status == SchemeStatus.Verified;
        foreach (var entry in used.Where(entry => isNew && entry.Status == SchemeStatus.Unverified)
            .DistinctBy(entry => (entry.Document, entry.From)))
        {
            problems.Add(RateProblems.Unverified(scheme, entry));
        }
        foreach (var entry in used.Where(entry => entry.CheckedUntil is null)
            .DistinctBy(entry => (entry.Document, entry.From)))
        {
            problems.Add(RateProblems.Unchecked(scheme, entry));
        }
        foreach (var entry in used.Where(entry => !entry.Document.HasArticle)
            .DistinctBy(entry => entry.Document))
        {
            problems.Add(RateProblems.ArticleUnknown(scheme, entry));
        }
    }

    /// <summary>
    /// Refuses when a budget's factor brings a used rate below its minimum; a cap does not excuse it.
    /// </summary>
    public void RequireFloorsAt(decimal factor)
    {
        foreach (var rate in found.Values.OfType<ClassRate>())
        {
            foreach (var layer in rate.Layers)
            {
                foreach (var floor in rates.FloorsInForce(layer.Payer, rate.Class, day)
                    .Where(floor => layer.Value * factor < floor.Value))
                {
                    FloorShortfall = Math.Max(FloorShortfall, floor.Value - layer.Value * factor);
                    problems.Add(RateProblems.BelowFloor(scheme, layer with
                    {
                        Value = layer.Value * factor,
                    }, floor));
                }
            }
        }
    }

    private ClassRate? Resolve(ParcelClass parcelClass)
    {
        var layers = ImmutableArray.CreateBuilder<RateEntry>();
        bool isLawful = true;
        foreach (var payer in payers)
        {
            var inForce = rates.InForce(payer, parcelClass, day);
            if (inForce is [var only])
            {
                layers.Add(only);
                isLawful &= IsAtOrAboveFloors(only, parcelClass);
                continue;
            }
            isLawful = false;
            Ambiguities++;
            problems.Add(inForce.IsEmpty
                ? RateProblems.NotInForce(scheme, payer, parcelClass, day, Outside(payer, parcelClass))
                : RateProblems.Conflict(scheme, payer, parcelClass, day, inForce));
        }
        if (!isLawful) return null;
        used.AddRange(layers);
        return new ClassRate(parcelClass, layers.ToImmutable(), rates.Unit);
    }

    private bool IsAtOrAboveFloors(RateEntry rate, ParcelClass parcelClass)
    {
        bool isAbove = true;
        foreach (var floor in rates.FloorsInForce(rate.Payer, parcelClass, day))
        {
            FloorsCompared++;
            if (rate.Value >= floor.Value) continue;
            isAbove = false;
            FloorShortfall = Math.Max(FloorShortfall, floor.Value - rate.Value);
            problems.Add(RateProblems.BelowFloor(scheme, rate, floor));
        }
        return isAbove;
    }

    private ImmutableArray<RateEntry> Outside(PayerLayer payer, ParcelClass parcelClass) =>
        [.. rates.Entries.Where(entry => entry.Payer == payer && entry.Covers(parcelClass))];
}
