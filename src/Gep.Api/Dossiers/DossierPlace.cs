namespace Gep.Api.Dossiers;

/// <summary>Where dossiers are: the folder of their tables, and the store of their logs.</summary>
/// <param name="Root">The folder.</param>
/// <param name="Store">The store.</param>
internal sealed record DossierPlace(string Root, IScheduleStore Store)
{
    /// <summary>Tables and logs in one folder.</summary>
    public static DossierPlace In(string folder) => new(folder, new FolderScheduleStore(folder));
}
