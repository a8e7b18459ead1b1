using Gep.Accounting.Problems;
using Npgsql;

namespace Gep.Api.Persistence;

/// <summary>
/// The store cannot be reached or kept: no PostgreSQL, no permission, no connection. What the user brought is
/// not to blame, so it is no problem of the input.
/// </summary>
internal sealed class StoreUnavailableException : Exception
{
    /// <summary>Classes of SQLSTATE: faulty data, broken constraint, faulty statement.</summary>
    private static readonly string[] OwnFaults = ["22", "23", "42"];

    /// <summary>Says why, and what to do.</summary>
    public StoreUnavailableException(BilingualText reason, Exception? inner = null)
        : base($"{reason.Chinese} {reason.English}", inner) => Reason = reason;

    /// <summary>Why, and what to do, in both languages.</summary>
    public BilingualText Reason { get; }

    /// <summary>
    /// Does something with the database and tells plainly where the database fails it: the disk is full, the
    /// server was stopped. Whatever was not committed then is not there.
    /// </summary>
    public static T Tell<T>(Func<T> act)
    {
        try
        {
            return act();
        }
        catch (Exception failed) when (Cause(failed) is { } cause)
        {
            throw new StoreUnavailableException(new(
                $"数据库中断，未写完的内容均未保存，可重试：{cause.Message}",
                $"The database failed; nothing is kept in part, try again: {cause.Message}"), failed);
        }
    }

    /// <summary>The database's own reason; null where the program is to blame.</summary>
    private static NpgsqlException? Cause(Exception? failed)
    {
        while (failed is not (null or NpgsqlException)) failed = failed.InnerException;
        bool isOurs = failed is PostgresException { SqlState: var state }
            && OwnFaults.Any(prefix => state.StartsWith(prefix, StringComparison.Ordinal));
        return isOurs ? null : (NpgsqlException?)failed;
    }
}
