using Gep.Accounting.Accounts;
using Gep.Api.Layers;

namespace Gep.Api.Accounts;

/// <summary>An account with what it was made from.</summary>
/// <param name="Opened">The workspace.</param>
/// <param name="Extents">The overlay behind the extents.</param>
/// <param name="Account">The account.</param>
internal sealed record AccountRun(OpenedWorkspace Opened, LayerExtents Extents, GepAccount Account);
