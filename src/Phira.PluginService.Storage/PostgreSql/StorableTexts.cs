using System.Data.Common;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace Phira.PluginService.Storage.PostgreSql;

/// <summary>
/// PostgreSQL refuses the character U+0000 in texts, which SQLite keeps. It is replaced wherever a text is written or compared, so that a text
/// with it is found again, and no text from a player or a plugin can make a write fail.
/// </summary>
internal sealed class StorableTexts : DbCommandInterceptor
{
    public static readonly StorableTexts Instance = new();

    private const char Refused = '\0';
    private const char Replacement = '\uFFFD';

    public override InterceptionResult<DbDataReader> ReaderExecuting(
        DbCommand command, CommandEventData eventData, InterceptionResult<DbDataReader> result)
    {
        Replace(command);
        return result;
    }

    public override ValueTask<InterceptionResult<DbDataReader>> ReaderExecutingAsync(
        DbCommand command, CommandEventData eventData, InterceptionResult<DbDataReader> result, CancellationToken cancellationToken = default)
    {
        Replace(command);
        return ValueTask.FromResult(result);
    }

    public override ValueTask<InterceptionResult<int>> NonQueryExecutingAsync(
        DbCommand command, CommandEventData eventData, InterceptionResult<int> result, CancellationToken cancellationToken = default)
    {
        Replace(command);
        return ValueTask.FromResult(result);
    }

    private static void Replace(DbCommand command)
    {
        foreach (DbParameter parameter in command.Parameters)
        {
            if (parameter.Value is string text && text.Contains(Refused, StringComparison.Ordinal))
            {
                parameter.Value = text.Replace(Refused, Replacement);
            }
        }
    }
}
