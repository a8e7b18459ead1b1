using System.Collections.Immutable;
using Gep.Accounting.Problems;

namespace Gep.Api.Maps;

/// <summary>Collections that one tile carries as layers.</summary>
/// <param name="Id">Its id in addresses.</param>
/// <param name="Title">Its title.</param>
/// <param name="Collections">The layers, from below.</param>
internal sealed record TileSet(string Id, BilingualText Title, ImmutableArray<MapCollection> Collections);
