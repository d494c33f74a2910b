namespace Phira.PluginService.Sandbox.Files;

/// <summary>A file that the guest has opened. The system closes it when the descriptor and every stream made from it are gone.</summary>
internal sealed class OpenFile
{
    /// <summary>Number of handles that hold it open.</summary>
    public int Holders { get; set; }
}
