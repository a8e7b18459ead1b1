using Gep.Api.Layers;

namespace Gep.Api.Accounts;

/// <summary>An account with what it was made from.</summary>
/// <param name="Opened">The workspace.</param>
/// <param name="Extents">The overlay behind the extents; null where the workspace gives them as
/// tables.</param>
/// <param name="Packs">The packs.</param>
/// <param name="Report">The account with the names and problems that its writers need.</param>
internal sealed record AccountRun(
    OpenedWorkspace Opened, LayerExtents? Extents, AccountPacks Packs, AccountReport Report);
