// CompileWorker --compile: what the service starts to compile components, for tests of the platform that do without the service.
using Phira.PluginService.Plugins.Engine.Compilation.Workers;

return CompileWorkerProgram.Run();
