using System.Collections.Immutable;

namespace Gep.Api.Persistence.Writing;

/// <summary>A layer version in the store.</summary>
/// <param name="Id">Its number in the store.</param>
/// <param name="Layer">The layer.</param>
/// <param name="Version">Its version, from 1.</param>
/// <param name="Features">Number of its features.</param>
/// <param name="ContentHash">Hash of its content.</param>
/// <param name="IsNew">Whether this ingest recorded it.</param>
internal sealed record StoredLayer(
    long Id, string Layer, int Version, long Features, string ContentHash, bool IsNew);

/// <summary>A run in the store.</summary>
/// <param name="Id">Its number in the store.</param>
/// <param name="Kind">Account or schedule.</param>
/// <param name="Year">Its year.</param>
/// <param name="Profile">Profile of an account; empty for schedules.</param>
/// <param name="ResultHash">Hash of its result.</param>
/// <param name="IsNew">Whether this ingest recorded it.</param>
internal sealed record StoredRun(
    long Id, string Kind, int Year, string Profile, string ResultHash, bool IsNew);

/// <summary>What an ingest did.</summary>
/// <param name="Workspace">The workspace.</param>
/// <param name="Snapshot">Id of the snapshot.</param>
/// <param name="Layers">Its layers, in order of layers.yaml.</param>
/// <param name="Runs">Its runs, by year.</param>
/// <param name="IsNewlyPublished">Whether the snapshot answers only since now.</param>
internal sealed record IngestOutcome(
    string Workspace, string Snapshot, ImmutableArray<StoredLayer> Layers, ImmutableArray<StoredRun> Runs,
    bool IsNewlyPublished);
