using Microsoft.Extensions.Options;
using Phira.PluginService.Core.Results;
using Phira.PluginService.Errors;
using Phira.PluginService.Hosting;
using Phira.PluginService.Http;

namespace Phira.PluginService.Auth;

/// <summary>Finds the admin token: preset by configuration, or in the data directory, or newly created.</summary>
internal sealed partial class AdminCredentialsLoader(
    IOptions<AuthOptions> options, IOptions<HttpOptions> http, DataDirectory data, ILogger<AdminCredentialsLoader> logger)
{
    public const string FileName = "admin-token";

    /// <summary>Keeps a new token until a start has shown its setup link: one that failed must not use the link up.</summary>
    public const string PendingFileName = "admin-token.new";

    public AdminCredentials Load()
    {
        var preset = options.Value.AdminToken;
        if (preset.Length > 0)
        {
            WarnIfShort(preset, "[auth] admin_token (PHIRA_AUTH__ADMIN_TOKEN)");
            return new AdminCredentials(new AdminToken(preset), IsNew: false, FilePath: null, preset);
        }

        data.Create();
        var path = data.File(FileName);
        try
        {
            if (File.Exists(path))
            {
                return Read(path, path, isNew: false);
            }

            // Also instead of one that was cut off while it was written.
            var pending = data.File(PendingFileName);
            return File.Exists(pending) && AdminToken.IsUsable(File.ReadAllText(pending).Trim())
                ? Read(pending, path, isNew: true)
                : Create(path);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw data.Unusable(exception);
        }
    }

    /// <summary>Takes note that the setup link was shown.</summary>
    /// <exception cref="StartupException">The token cannot be written.</exception>
    public void Confirm()
    {
        try
        {
            File.Move(data.File(PendingFileName), data.File(FileName));
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw data.Unusable(exception);
        }
    }

    private AdminCredentials Read(string path, string finalPath, bool isNew)
    {
        var text = File.ReadAllText(path).Trim();
        if (!AdminToken.IsUsable(text))
        {
            throw new StartupException(new Error(StartupErrors.TokenFileInvalid, path));
        }

        if (text.Length < AdminToken.SafeLength && !http.Value.ListensOnLoopbackOnly)
        {
            throw new StartupException(
                new Error(StartupErrors.TokenTooShort, path, $"{text.Length}", $"{AdminToken.SafeLength}", http.Value.Address));
        }

        WarnIfShort(text, path);
        return new AdminCredentials(new AdminToken(text), isNew, finalPath, text);
    }

    private AdminCredentials Create(string path)
    {
        var text = AdminToken.CreateText();
        using (var file = data.OpenPrivate(PendingFileName, FileMode.Create))
        using (var writer = new StreamWriter(file))
        {
            writer.Write(text + "\n");
            writer.Flush();
            file.Flush(flushToDisk: true);
        }

        return new AdminCredentials(new AdminToken(text), IsNew: true, path, text);
    }

    private void WarnIfShort(string token, string source)
    {
        if (token.Length < AdminToken.SafeLength)
        {
            Log.Short(logger, source, AdminToken.SafeLength);
        }
    }

    private static partial class Log
    {
        [LoggerMessage(1100, LogLevel.Warning, "The admin token of {Source} is short and could be guessed: use at least {Least} random characters")]
        public static partial void Short(ILogger logger, string source, int least);
    }
}
