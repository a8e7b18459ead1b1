using Gep.Accounting.Problems;

namespace Gep.Api.Workspaces;

/// <summary>How far a run has come.</summary>
/// <param name="Stage">What is being done.</param>
/// <param name="Done">Pieces of it that are done.</param>
/// <param name="Total">Pieces in all; 0 when not known.</param>
internal readonly record struct RunProgress(BilingualText Stage, long Done, long Total);
