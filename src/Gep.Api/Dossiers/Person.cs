using Gep.Accounting.Compensation.Workflow;

namespace Gep.Api.Dossiers;

/// <summary>Somebody who may take steps in one role.</summary>
/// <param name="Name">The name, as in entries.</param>
/// <param name="Role">The role.</param>
/// <param name="Unit">Department or office.</param>
internal sealed record Person(string Name, ScheduleRole Role, string Unit);
