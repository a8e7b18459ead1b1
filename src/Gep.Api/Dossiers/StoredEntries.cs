using System.Collections.Immutable;

namespace Gep.Api.Dossiers;

/// <summary>The entries of a log as they are kept.</summary>
/// <param name="Lines">One line of JSON an entry, in order.</param>
/// <param name="IsWhole">Whether the last one is ended; false where bytes are missing.</param>
internal sealed record StoredEntries(ImmutableArray<string> Lines, bool IsWhole);
