using Phira.PluginService.Composition;
using Phira.PluginService.Sandbox.Compilation.Workers;

// Before anything else: the process that compiles has nothing to do with what is configured here.
return args is [CompileWorkerProgram.Switch] ? CompileWorkerProgram.Run() : await ServiceProcess.RunAsync(args);
