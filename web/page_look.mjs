// The pages of the manual look as the person has chosen for the application. Without a script they look as the device.

import { mount_appearance } from "./appearance.mjs";

mount_appearance();
