using System.Text;
using Phira.PluginService.Core.Localization;
using Phira.PluginService.Core.Results;

namespace Phira.PluginService.Configuration;

/// <summary>Writes a configuration file of ours from the one of another server.</summary>
internal static class ConfigMigration
{
    /// <summary>Writes the file. One that exists is not touched.</summary>
    /// <param name="workingDirectory">Base of relative paths.</param>
    public static Result<string> Run(string source, string target, string workingDirectory, SettingsCatalog catalog)
    {
        var (from, to) = (Path.GetFullPath(source, workingDirectory), Path.GetFullPath(target, workingDirectory));
        try
        {
            var file = OfficialFile.Read(File.ReadAllText(from), Path.GetFileName(from), catalog);
            if (file.Taken.IsEmpty)
            {
                return new Error(SettingsErrors.MigrationNothingFound, from);
            }

            var text = $"# {Path.GetFileName(from)} → {FileSource.DefaultName}; --print-config-sample: {LocalizedText.Of("migration.every_setting").InEveryLanguage(" / ")}\n\n{file.ToToml()}";
            using (var output = new FileStream(to, FileMode.CreateNew, FileAccess.Write))
            {
                output.Write(Encoding.UTF8.GetBytes(text));
            }

            return Describe(file, from, to);
        }
        catch (Exception exception) when (exception is FileNotFoundException or DirectoryNotFoundException)
        {
            return new Error(SettingsErrors.MigrationSourceMissing, from);
        }
        catch (IOException) when (File.Exists(to))
        {
            return new Error(SettingsErrors.MigrationTargetExists, to);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return new Error(SettingsErrors.MigrationFailed, from, to, exception.Message);
        }
    }

    private static string Describe(OfficialFile file, string from, string to)
    {
        var text = new StringBuilder()
            .Append(LocalizedText.Of("migration.done", $"{file.Taken.Length}", to, from).InEveryLanguage("\n"))
            .Append('\n');
        return file.Unused.IsEmpty
            ? text.ToString()
            : text.Append($"{LocalizedText.Of("migration.unused").InEveryLanguage(" / ")}: {string.Join(", ", file.Unused)}\n").ToString();
    }
}
