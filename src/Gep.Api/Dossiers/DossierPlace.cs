namespace Gep.Api.Dossiers;

/// <summary>Where the files of a dossier lie.</summary>
/// <param name="Workspace">Folder of the workspace.</param>
/// <param name="Root">Folder of the dossiers: people, bank returns, and logs that no database keeps.</param>
internal sealed record DossierPlace(string Workspace, string Root)
{
    /// <summary>The folder of dossiers in a workspace, or another one.</summary>
    public static DossierPlace Of(string workspace, string? folder) =>
        new(workspace, folder ?? Path.Combine(workspace, OpenedDossier.FolderName));
}
