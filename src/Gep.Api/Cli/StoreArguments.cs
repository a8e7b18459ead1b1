using System.CommandLine;
using Gep.Api.Persistence;
using Gep.Api.Persistence.Clusters;
using Gep.Api.Workspaces;

namespace Gep.Api.Cli;

/// <summary>How commands find their store.</summary>
internal static class StoreArguments
{
    /// <summary>The word that stands for the workspace's own database.</summary>
    public const string Private = "private";

    /// <summary>A database by its address instead of the workspace's private one.</summary>
    public static Option<string?> Database() => new("--database")
    {
        Description = "数据库地址 postgresql://…（默认用工作区自带的，或环境变量 GEP_DATABASE） "
            + "address of a database instead of the workspace's own",
    };

    /// <summary>
    /// Opens the store, does something with it and closes it; what the store cannot do ends with
    /// <see cref="ExitCode.Failure"/>.
    /// </summary>
    /// <param name="root">Folder of the workspace, for its private store.</param>
    /// <param name="address">Address of another database, or null.</param>
    /// <param name="problems">Where the problem goes when the address is none.</param>
    /// <param name="use">What to do; not called when the address is none.</param>
    public static int With(string root, string? address, ProblemList problems, Func<Store?, int> use)
    {
        try
        {
            string? named = address ?? Environment.GetEnvironmentVariable(StoreAddress.Variable);
            if (string.IsNullOrEmpty(named) || named == Private)
            {
                using var own = Store.OpenPrivate(ClusterPlace.Of(root), Console.Error.WriteLine);
                return use(own);
            }
            if (!StoreAddress.TryParse(named, out string? connectionString))
            {
                problems.Refuse(WorkspaceProblemCode.DatabaseAddressMalformed, "--database",
                    new("数据库地址无法识别。", "The address of the database cannot be read."),
                    new("请写 postgresql://用户@主机:端口/数据库。",
                        "Write postgresql://user@host:port/database."));
                return use(null);
            }
            using var store = Store.Open(connectionString);
            return use(store);
        }
        catch (StoreUnavailableException unavailable)
        {
            Console.Error.WriteLine($"gep: {unavailable.Reason.Chinese}");
            Console.Error.WriteLine($"gep: {unavailable.Reason.English}");
            return ExitCode.Failure;
        }
    }
}
