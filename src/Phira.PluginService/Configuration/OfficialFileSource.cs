namespace Phira.PluginService.Configuration;

/// <summary>
/// Reads <c>server_config.yml</c>, the file of the official server and those that followed it, so that this service can take their place as it is.
/// Every other source wins over it. What cannot be used does not stop the service: it is told in the notice.
/// </summary>
internal static class OfficialFileSource
{
    /// <summary>Reads the file if it exists.</summary>
    /// <returns>The message for the administrator; null without the file.</returns>
    public static OfficialFileNotice? Read(string workingDirectory, SettingsReading reading)
    {
        string text;
        try
        {
            text = File.ReadAllText(Path.Combine(workingDirectory, OfficialFile.Name));
        }
        catch (Exception exception) when (exception is FileNotFoundException or DirectoryNotFoundException)
        {
            return null;
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return new OfficialFileNotice("", [exception.Message]);
        }

        var file = OfficialFile.Read(text, OfficialFile.Name, reading.Catalog);
        foreach (var taken in file.Taken)
        {
            reading.Set(taken.Setting, taken.Value, taken.Location);
        }

        return new OfficialFileNotice(file.ToToml(), file.Unused);
    }
}
