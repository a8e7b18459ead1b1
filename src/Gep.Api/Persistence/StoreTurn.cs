using Npgsql;

namespace Gep.Api.Persistence;

/// <summary>A lock of the database that one process at a time holds.</summary>
/// <remarks>
/// The lock belongs to a session, and a session that is closed goes back to the pool with its locks: so it is
/// given back by name. The death of the process closes the session, and the lock with it.
/// </remarks>
internal sealed class StoreTurn : IDisposable
{
    private readonly NpgsqlConnection connection;
    private readonly long number;

    private StoreTurn(NpgsqlConnection connection, long number) =>
        (this.connection, this.number) = (connection, number);

    /// <summary>
    /// Waits for the lock of a number. A session of the pool that the server ended meanwhile is found out
    /// here, where nothing was done yet: then all of them are opened anew.
    /// </summary>
    public static StoreTurn Take(NpgsqlDataSource source, long number)
    {
        try
        {
            return TakeOnce(source, number);
        }
        catch (NpgsqlException ended) when (IsEnded(ended))
        {
            source.Clear();
            return TakeOnce(source, number);
        }
    }

    private static bool IsEnded(NpgsqlException failed) => failed is PostgresException server
        ? server.SqlState == PostgresErrorCodes.AdminShutdown
        : failed.InnerException is IOException;

    private static StoreTurn TakeOnce(NpgsqlDataSource source, long number)
    {
        var turn = new StoreTurn(source.OpenConnection(), number);
        try
        {
            turn.Execute("select pg_advisory_lock($1)");
            return turn;
        }
        catch
        {
            turn.connection.Dispose();
            throw;
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        using (connection)
        {
            if (connection.State == System.Data.ConnectionState.Open)
                Execute("select pg_advisory_unlock($1)");
        }
    }

    private void Execute(string sql)
    {
        using var command = new NpgsqlCommand(sql, connection)
        {
            Parameters = { new() { Value = number } },
            CommandTimeout = 0,
        };
        command.ExecuteNonQuery();
    }
}
