using System.Text;
using Microsoft.Extensions.FileProviders;
using Phira.PluginService.Http;

namespace Phira.PluginService.Composition;

/// <summary>The dashboard's one page. It is told the path that it is served below; all its addresses are relative to that.</summary>
internal sealed class DashboardPage(IFileProvider files, PublicAddress address)
{
    public const string FileName = "index.html";

    private const string BuiltBase = """<base href="/" />""";

    private readonly string _base = $"""<base href="{address.Root}" />""";

    /// <summary>Reads the page; null when the dashboard has not been built.</summary>
    public async Task<byte[]?> ReadAsync(CancellationToken cancellationToken)
    {
        var file = files.GetFileInfo(FileName);
        if (!file.Exists)
        {
            return null;
        }

        await using var stream = file.CreateReadStream();
        using var reader = new StreamReader(stream);
        var text = await reader.ReadToEndAsync(cancellationToken);
        return Encoding.UTF8.GetBytes(text.Replace(BuiltBase, _base, StringComparison.Ordinal));
    }
}
