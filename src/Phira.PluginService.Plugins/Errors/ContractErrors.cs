using Phira.PluginService.Core.Results;

namespace Phira.PluginService.Plugins.Errors;

/// <summary>Differences between a component and the interfaces of this host.</summary>
internal static class ContractErrors
{
    /// <summary>{0}: the import.</summary>
    public static readonly ErrorCode WasiHttpImport = new("component.wasi_http_import", ErrorKind.Unprocessable);

    /// <summary>{0}: the export.</summary>
    public static readonly ErrorCode MissingExport = new("component.missing_export", ErrorKind.Unprocessable);

    /// <summary>{0}: import or export; {1}: how it differs.</summary>
    public static readonly ErrorCode WrongShape = new("component.wrong_shape", ErrorKind.Unprocessable);

    /// <summary>{0}: number of problems. The causes name each one.</summary>
    public static readonly ErrorCode WrongContract = new("component.wrong_contract", ErrorKind.Unprocessable);
}
