using System.Security.Cryptography;
using System.Text;

namespace Gep.Api.Persistence.Clusters;

/// <summary>Where a private cluster lies.</summary>
/// <param name="Home">Folder of data, log, locks and, where its path is short, the socket.</param>
/// <param name="Link">Link to <paramref name="Home"/> in the workspace; null where it lies there.</param>
internal sealed record ClusterPlace(string Home, string? Link)
{
    /// <summary>A folder beside the layers that the readers of a workspace pass over.</summary>
    private const string HiddenFolder = ".gep";

    private const string HomeName = "postgres";

    /// <summary>PostgreSQL refuses root; its own user must reach every folder above the data.</summary>
    private const string HomesOfRoot = "/var/lib/gep";

    /// <summary>The name of a socket's file, the longer of the two: <c>/.s.PGSQL.5432.lock</c>.</summary>
    private const int SocketNameLength = 19;

    /// <summary>The longest path of a Unix socket [bytes].</summary>
    private const int SocketPathMax = 107;

    private const int NameDigits = 12;

    /// <summary>Folder of the database files.</summary>
    public string Data => Path.Combine(Home, "data");

    /// <summary>Settings that are written at each start, because the folder may have been moved.</summary>
    public string Settings => Path.Combine(Data, "gep.conf");

    /// <summary>The server's log.</summary>
    public string Log => Path.Combine(Home, "server.log");

    /// <summary>
    /// Folder of the socket: in the home, or where that path is too long, a short one in the temporary
    /// folder that is the same in every call.
    /// </summary>
    public string SocketFolder
    {
        get
        {
            string own = Path.Combine(Home, "run");
            return Encoding.UTF8.GetByteCount(own) + SocketNameLength <= SocketPathMax
                ? own
                : Path.Combine(Path.GetTempPath(), $"gep-{Digits(Home)}");
        }
    }

    /// <summary>The place of a workspace's cluster; a workspace that was moved takes its own along.</summary>
    public static ClusterPlace Of(string workspaceRoot)
    {
        string root = RealPath(workspaceRoot);
        string inside = Path.Combine(root, HiddenFolder, HomeName);
        if (!Environment.IsPrivilegedProcess) return new ClusterPlace(inside, null);
        var link = new DirectoryInfo(inside);
        if (link.LinkTarget is { } linked && Directory.Exists(Path.Combine(linked, "data")))
            return new ClusterPlace(linked, inside);
        return new ClusterPlace(Path.Combine(HomesOfRoot, Digits(root)), inside);
    }

    /// <summary>A cluster in a folder of its own, as tests have it.</summary>
    public static ClusterPlace At(string folder) => new(Path.Combine(RealPath(folder), HomeName), null);

    /// <summary>
    /// The path without links: by it the system names the folder that a server works in. Parts that are not
    /// there yet stay as they are.
    /// </summary>
    private static string RealPath(string path)
    {
        string full = Path.TrimEndingDirectorySeparator(Path.GetFullPath(path));
        string real = Path.GetPathRoot(full) ?? "";
        foreach (string part in full[real.Length..].Split(
            Path.DirectorySeparatorChar, StringSplitOptions.RemoveEmptyEntries))
        {
            string next = Path.Combine(real, part);
            real = Directory.Exists(next)
                ? new DirectoryInfo(next).ResolveLinkTarget(returnFinalTarget: true)?.FullName ?? next
                : next;
        }
        return real;
    }

    private static string Digits(string path) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(path)))[..NameDigits];
}
