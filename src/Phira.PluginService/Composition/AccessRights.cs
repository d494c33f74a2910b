using Microsoft.Extensions.Options;
using Phira.PluginService.Auth;
using Phira.PluginService.Core.Localization;
using Phira.PluginService.Core.Storage;
using Phira.PluginService.Hosting;
using Phira.PluginService.Storage.Settings;

namespace Phira.PluginService.Composition;

/// <summary>Tells at the start what other accounts of the machine can read, so that nobody takes for private what is not.</summary>
internal sealed partial class AccessRights(DataDirectory data, IOptions<StorageOptions> storage, ILogger<AccessRights> logger)
{
    private const string ProbeName = "rights.tmp";

    /// <summary>Warns of what is not protected. What cannot be found out is not worth stopping the service.</summary>
    public void Check()
    {
        try
        {
            // Nobody gets at what is in a directory that nobody may enter.
            if (!OwnerOnlyFiles.IsOpenToOthers(data.Path))
            {
                return;
            }

            if (!KeepsRights())
            {
                Log.NoRights(logger, LocalizedText.Of("rights.not_kept", data.Path).InEveryLanguage(" / "));
                return;
            }

            foreach (var file in (string[])[data.File(AdminCredentialsLoader.FileName), storage.Value.DatabasePath])
            {
                if (File.Exists(file) && OwnerOnlyFiles.IsOpenToOthers(file))
                {
                    Log.ReadableByOthers(logger, LocalizedText.Of("rights.readable", Path.GetFullPath(file)).InEveryLanguage(" / "));
                }
            }
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            Log.Unknown(logger, data.Path, exception);
        }
    }

    private bool KeepsRights()
    {
        var probe = data.File(ProbeName);
        OwnerOnlyFiles.Write(probe, []);
        var isOpen = OwnerOnlyFiles.IsOpenToOthers(probe);
        File.Delete(probe);
        return !isOpen;
    }

    private static partial class Log
    {
        [LoggerMessage(1101, LogLevel.Warning, "{Notice}")]
        public static partial void NoRights(ILogger logger, string notice);

        [LoggerMessage(1102, LogLevel.Warning, "{Notice}")]
        public static partial void ReadableByOthers(ILogger logger, string notice);

        [LoggerMessage(1103, LogLevel.Warning, "Could not determine who can read the files in {Path}")]
        public static partial void Unknown(ILogger logger, string path, Exception exception);
    }
}
