using System.Collections.Immutable;
using Gep.Accounting.Codes;
using Gep.Accounting.Parameters;
using Gep.Accounting.Problems;

namespace Gep.Accounting.Profiles;

/// <summary>A method of accounting: which services it books, by which equation and at which price.</summary>
/// <param name="Id">Its name: <c>NDRC2022</c>.</param>
/// <param name="Name">Its name for people.</param>
/// <param name="Source">The document it follows.</param>
/// <param name="Services">Every service it knows, in the order of the file.</param>
/// <param name="Prices">Unit value chosen for a price that methods ask for; a price not named uses its own
/// id.</param>
public sealed record Profile(
    string Id,
    BilingualText Name,
    SourceRef Source,
    ImmutableArray<ProfileService> Services,
    ImmutableSortedDictionary<string, string> Prices)
{
    /// <summary>Pairs booked although they count the same thing, each with its reason.</summary>
    public ImmutableArray<AcceptedPair> Accepted { get; init; } = [];

    /// <summary>What it does with a service, or null.</summary>
    public ProfileService? Find(ServiceCode service) =>
        Services.FirstOrDefault(entry => entry.Service == service);

    /// <summary>Id of the unit value that stands for a price.</summary>
    public string UnitValueIdOf(string price) => Prices.GetValueOrDefault(price, price);
}
