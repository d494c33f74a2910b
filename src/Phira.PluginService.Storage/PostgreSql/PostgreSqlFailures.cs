using Npgsql;
using Phira.PluginService.Core.Results;
using Phira.PluginService.Core.Storage;
using Phira.PluginService.Storage.Databases;

namespace Phira.PluginService.Storage.PostgreSql;

/// <summary>The meaning of PostgreSQL's codes for the service.</summary>
internal sealed class PostgreSqlFailures(string location)
{
    private const string ConnectionClass = "08";
    private const string AuthorizationClass = "28";
    private const string ResourceClass = "53";
    private const string SystemClass = "58";
    private const string ShutdownCodes = "57P";

    /// <summary>The reason for which a database that cannot be opened keeps the service from starting.</summary>
    public Error ExplainOpening(NpgsqlException exception) =>
        FindRefusal(exception) ?? new Error(StorageErrors.DatabaseRefused, location, Describe(exception));

    /// <summary>Finds a failure that concerns every statement alike, in an exception of any layer: null when there is none.</summary>
    public Error? FindRefusal(Exception? exception)
    {
        for (; exception is not null; exception = exception.InnerException)
        {
            var refusal = exception switch
            {
                StorageException storage => storage.Error,
                PostgresException refused => Explain(refused),
                NpgsqlException { IsTransient: true } lost => new Error(StorageErrors.Unreachable, location, Describe(lost)),

                // Such as a missing password, or a certificate that is not trusted.
                NpgsqlException refused => Refused(refused),
                _ => null,
            };
            if (refusal is not null)
            {
                return refusal;
            }
        }

        return null;
    }

    /// <summary>Whether the connection broke, so that the same statement may succeed on another one. A server that takes too long is no such case.</summary>
    public bool IsLostConnection(Exception exception) =>
        FindRefusal(exception)?.Code == StorageErrors.Unreachable && exception.GetBaseException() is not TimeoutException;

    private Error? Explain(PostgresException exception) => exception.SqlState switch
    {
        PostgresErrorCodes.DiskFull => new Error(DiskErrors.Full, location, Describe(exception)),
        PostgresErrorCodes.ReadOnlySqlTransaction => new Error(StorageErrors.ReadOnly, location),
        PostgresErrorCodes.InvalidCatalogName or PostgresErrorCodes.InsufficientPrivilege => Refused(exception),
        { } code when code.StartsWith(AuthorizationClass, StringComparison.Ordinal) => Refused(exception),
        { } code when code.StartsWith(SystemClass, StringComparison.Ordinal) => new Error(DiskErrors.Full, location, Describe(exception)),
        { } code when code.StartsWith(ConnectionClass, StringComparison.Ordinal)
            || code.StartsWith(ResourceClass, StringComparison.Ordinal)
            || code.StartsWith(ShutdownCodes, StringComparison.Ordinal) => new Error(StorageErrors.Unreachable, location, Describe(exception)),
        _ => null,
    };

    private Error Refused(NpgsqlException exception) => new(StorageErrors.DatabaseRefused, location, Describe(exception));

    // Npgsql tells the cause, such as "Connection refused", in the inner exception.
    private static string Describe(NpgsqlException exception) => exception switch
    {
        PostgresException refused => $"{refused.SqlState}: {refused.MessageText}",
        { InnerException: { } cause } => $"{exception.Message} ({cause.Message})",
        _ => exception.Message,
    };
}
